"""What GeoNames does not say, or says in another way than news writes it."""

# fmt: off
# iso: name as news writes it, where GeoNames differs.
COUNTRY_NAMES = {
    "NL": "Netherlands", "CZ": "Czech Republic", "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo", "TL": "Timor-Leste", "VA": "Vatican City", "PS": "Palestine",
    "CV": "Cape Verde", "MM": "Myanmar", "AX": "Åland Islands", "CW": "Curaçao", "RE": "Réunion",
    "BL": "Saint Barthélemy", "ST": "São Tomé and Príncipe", "CI": "Ivory Coast",
}

# iso: other names, parted by |.
COUNTRY_ALIASES = {
    "US": "US|U.S.|U.S|USA|U.S.A.|U.S.A|United States of America|America",
    "GB": "UK|U.K.|U.K|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "KP": "DPRK|D.P.R.K|Democratic People's Republic of Korea",
    "KR": "ROK|Republic of Korea", "CN": "PRC|People's Republic of China|Mainland China",
    "RU": "Russian Federation", "CZ": "Czechia", "NL": "The Netherlands|Holland",
    "DE": "Federal Republic of Germany", "FR": "French Republic", "IT": "Italian Republic",
    "MM": "Burma|Republic of the Union of Myanmar",
    "CI": "Cote d'Ivoire|Republic of Cote d'Ivoire|Cote dIvoire",
    "CD": "DRC|DR Congo|D.R. Congo|Congo-Kinshasa|Democratic Republic of Congo",
    "CG": "Congo-Brazzaville|Congo|Republic of Congo", "WS": "Western Samoa", "SB": "Solomons", "GW": "Guinea Bissau",
    "TC": "Turks and Caicos", "MP": "Northern Marianas",
    "TL": "East Timor|Timor Leste", "SZ": "Swaziland|Kingdom of Eswatini",
    "MK": "Republic of North Macedonia|Macedonia|FYROM", "AE": "UAE|U.A.E|Emirates",
    "VA": "Vatican|Holy See", "PS": "Palestinian Territories|Palestinian Territory|State of Palestine",
    "LA": "Lao PDR|Lao People's Democratic Republic", "SY": "Syrian Arab Republic",
    "IR": "Islamic Republic of Iran", "VN": "Viet Nam|Socialist Republic of Vietnam",
    "BN": "Brunei Darussalam", "CV": "Cabo Verde", "TR": "Türkiye|Turkiye|Republic of Türkiye",
    "FM": "Federated States of Micronesia", "TZ": "United Republic of Tanzania",
    "BO": "Plurinational State of Bolivia", "VE": "Bolivarian Republic of Venezuela",
    "MD": "Republic of Moldova", "BA": "Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina",
    "SA": "Kingdom of Saudi Arabia|KSA", "GM": "The Gambia", "BS": "The Bahamas",
    "PH": "The Philippines|Republic of the Philippines", "TT": "Trinidad",
    "ST": "Sao Tome", "ZA": "Republic of South Africa", "IN": "Republic of India",
    "ID": "Republic of Indonesia", "KE": "Republic of Kenya", "PK": "Islamic Republic of Pakistan",
    "AF": "Islamic Republic of Afghanistan|Islamic Emirate of Afghanistan",
    "KZ": "Republic of Kazakhstan", "KG": "Kyrgyz Republic", "TJ": "Republic of Tajikistan",
    "UZ": "Republic of Uzbekistan", "BY": "Republic of Belarus|Byelorussia", "GE": "Republic of Georgia",
    "AM": "Republic of Armenia", "AZ": "Republic of Azerbaijan", "CY": "Republic of Cyprus",
    "SS": "Republic of South Sudan", "SD": "Republic of Sudan|Republic of the Sudan",
    "EG": "Arab Republic of Egypt", "JO": "Hashemite Kingdom of Jordan",
    "MX": "United Mexican States", "BR": "Federative Republic of Brazil",
    "AR": "Argentine Republic", "CU": "Republic of Cuba", "CL": "Republic of Chile",
    "PE": "Republic of Peru", "CO": "Republic of Colombia", "ET": "Federal Democratic Republic of Ethiopia",
    "NG": "Federal Republic of Nigeria", "SO": "Federal Republic of Somalia",
    "NP": "Federal Democratic Republic of Nepal", "LK": "Democratic Socialist Republic of Sri Lanka",
    "BD": "People's Republic of Bangladesh", "DZ": "People's Democratic Republic of Algeria",
    "TH": "Kingdom of Thailand|Siam", "KH": "Kingdom of Cambodia|Kampuchea", "MA": "Kingdom of Morocco",
    "BE": "Kingdom of Belgium", "ES": "Kingdom of Spain", "SE": "Kingdom of Sweden",
    "NO": "Kingdom of Norway", "DK": "Kingdom of Denmark", "BT": "Kingdom of Bhutan",
    "MN": "Outer Mongolia", "HK": "Hong Kong SAR|Hongkong", "MO": "Macau|Macao SAR",
    "TW": "Taiwan Province|Chinese Taipei", "LC": "St. Lucia|St Lucia",
    "VC": "St. Vincent and the Grenadines|St Vincent and the Grenadines",
    "KN": "St. Kitts and Nevis|St Kitts and Nevis", "FK": "Falklands|Malvinas", "VI": "US Virgin Islands",
    "XK": "Republic of Kosovo", "PG": "Independent State of Papua New Guinea|PNG", "IE": "Republic of Ireland",
    "CF": "C.A.R", "NZ": "Aotearoa", "FO": "Faroes", "PF": "Tahiti", "BQ": "Bonaire",
}

# Territories and the country that they belong to; "" where that is in dispute.
TERRITORIES = {
    "HK": "CN", "MO": "CN", "TW": "", "EH": "", "AI": "GB", "BM": "GB", "FK": "GB", "GG": "GB",
    "GI": "GB", "GS": "GB", "IM": "GB", "IO": "GB", "JE": "GB", "KY": "GB", "MS": "GB", "PN": "GB",
    "SH": "GB", "TC": "GB", "VG": "GB", "AS": "US", "GU": "US", "MP": "US", "PR": "US", "VI": "US",
    "UM": "US", "AW": "NL", "BQ": "NL", "CW": "NL", "SX": "NL", "AX": "FI", "BL": "FR", "GF": "FR",
    "GP": "FR", "MF": "FR", "MQ": "FR", "NC": "FR", "PF": "FR", "PM": "FR", "RE": "FR", "TF": "FR",
    "WF": "FR", "YT": "FR", "BV": "NO", "SJ": "NO", "CC": "AU", "CX": "AU", "HM": "AU", "NF": "AU",
    "CK": "NZ", "NU": "NZ", "TK": "NZ", "FO": "DK", "GL": "DK",
}
LEFT_OUT = {"AQ", "CS", "AN", "UM", "BV", "HM", "TF", "GS", "IO"}

# name: latitude, longitude, other names.
HISTORIC = {
    "Soviet Union": (55.75, 37.62, "USSR|U.S.S.R"), "Yugoslavia": (44.8, 20.47, ""),
    "Czechoslovakia": (50.09, 14.42, ""), "East Germany": (52.52, 13.4, "GDR|German Democratic Republic"),
    "West Germany": (50.73, 7.1, ""), "Zaire": (-4.32, 15.31, ""), "Rhodesia": (-17.83, 31.05, ""),
    "Ottoman Empire": (41.01, 28.95, ""), "Austria-Hungary": (48.21, 16.37, ""),
    "South Vietnam": (10.78, 106.7, ""), "North Vietnam": (21.03, 105.85, ""), "Prussia": (52.52, 13.4, ""),
}

# iso: what its first-level divisions are. Everything else is a province.
DIVISIONS = {
    "state": "US IN AU BR MX DE AT MY NG VE SS MM FM PW SD",
    "prefecture": "JP",
    "county": "KE HU RO NO SE HR EE LR IE",
    "region": "ET PH RU FR IT ES GB UA KZ CL PE NZ CZ SK DK FI IS GH TZ NA BE IL SI PT CI ML SN GR PL UZ "
    "GN CM TG MR MG SO GE LT LV",
    "island": "CK",
    "district": "UG RW BD LK LU CY MU",
}

# name: kind, iso or "", latitude, longitude, other names.
REGIONS = {
    "Africa": ("region", "", 2, 20, "African continent"), "Asia": ("region", "", 34, 90, ""),
    "Europe": ("region", "", 50, 15, ""), "Oceania": ("region", "", -20, 140, ""),
    "Antarctica": ("region", "", -80, 0, "Antarctic"), "Arctic": ("region", "", 80, 0, ""),
    "North America": ("region", "", 46, -100, ""), "South America": ("region", "", -15, -60, ""),
    "Latin America": ("region", "", -10, -65, ""), "Central America": ("region", "", 13, -86, ""),
    "Eurasia": ("region", "", 55, 70, ""), "Middle East": ("region", "", 29, 42, "Mideast"),
    "North Africa": ("region", "", 28, 10, "Northern Africa"), "West Africa": ("region", "", 12, -5, "Western Africa"),
    "East Africa": ("region", "", 0, 37, "Eastern Africa"), "Central Africa": ("region", "", 5, 20, ""),
    "Southern Africa": ("region", "", -24, 25, ""), "Sub-Saharan Africa": ("region", "", 0, 20, ""),
    "Horn of Africa": ("region", "", 8, 45, ""), "Sahel": ("region", "", 15, 10, ""),
    "Maghreb": ("region", "", 32, 3, ""), "Levant": ("region", "", 33, 36, ""),
    "Central Asia": ("region", "", 45, 68, ""), "South Asia": ("region", "", 23, 79, "Southern Asia"),
    "East Asia": ("region", "", 35, 118, "Eastern Asia"), "Northeast Asia": ("region", "", 42, 130, ""),
    "Southeast Asia": ("region", "", 10, 106, "South-East Asia|South East Asia|South-east Asia"),
    "West Asia": ("region", "", 33, 44, "Western Asia"), "Asia-Pacific": ("region", "", 15, 130, "Asia Pacific|Asia-Pacific region"),
    "Indo-Pacific": ("region", "", 0, 105, ""), "Balkans": ("region", "", 43, 21, "Western Balkans"),
    "Caucasus": ("region", "", 42.3, 44.5, "South Caucasus|North Caucasus"),
    "Central Europe": ("region", "", 49, 16, ""), "Eastern Europe": ("region", "", 50, 28, ""),
    "Western Europe": ("region", "", 48, 4, ""), "Northern Europe": ("region", "", 60, 18, ""),
    "Southern Europe": ("region", "", 41, 15, ""), "Scandinavia": ("region", "", 63, 15, ""),
    "Baltic States": ("region", "", 57, 25, "Baltics|Baltic states"), "Benelux": ("region", "", 51, 5, ""),
    "Caribbean": ("region", "", 16, -73, ""), "Western Hemisphere": ("region", "", 0, -80, ""),
    "Korean Peninsula": ("region", "", 38, 127.5, "Korean peninsula"), "Korea": ("region", "", 38, 127.5, ""),
    "Arabian Peninsula": ("region", "", 23, 46, ""), "Iberian Peninsula": ("region", "", 40, -4, ""),
    "Crimea": ("region", "UA", 45.3, 34.4, "Crimean Peninsula"), "Donbas": ("region", "UA", 48.2, 38.2, "Donbass"),
    "Gaza": ("territory", "PS", 31.42, 34.36, "Gaza Strip"), "West Bank": ("territory", "PS", 32, 35.25, ""),
    "East Jerusalem": ("district", "", 31.79, 35.24, ""), "Golan Heights": ("region", "", 33, 35.8, "Golan"),
    "Kashmir": ("region", "", 34.3, 75.5, ""), "Jammu and Kashmir": ("region", "IN", 33.5, 75.2, ""),
    "Darfur": ("region", "SD", 13.5, 24, ""), "Nagorno-Karabakh": ("region", "AZ", 39.8, 46.75, "Karabakh"),
    "Kurdistan": ("region", "", 36.5, 44, ""), "Siberia": ("region", "RU", 60, 100, ""),
    "Chechnya": ("region", "RU", 43.3, 45.7, ""), "Abkhazia": ("region", "GE", 43, 41, ""),
    "South Ossetia": ("region", "GE", 42.3, 44, ""), "Transnistria": ("region", "MD", 46.85, 29.63, ""),
    "Somaliland": ("region", "SO", 9.5, 46, ""), "Puntland": ("region", "SO", 8.4, 48.5, ""),
    "Tigray": ("region", "ET", 13.8, 38.8, ""), "Oromia": ("region", "ET", 8, 39, ""),
    "Silicon Valley": ("region", "US", 37.39, -122.08, ""), "New England": ("region", "US", 43.9, -71.4, ""),
    "Patagonia": ("region", "", -44, -69, ""), "Amazon rainforest": ("region", "", -4, -62, "Amazonia"),
    "Sahara": ("region", "", 23, 12, "Sahara Desert"), "Great Plains": ("region", "US", 40, -101, ""),
    "Manchuria": ("region", "CN", 45, 126, ""), "Greater Bay Area": ("region", "CN", 22.8, 113.5, "Guangdong-Hong Kong-Macao Greater Bay Area"),
    "Pacific Ocean": ("sea", "", 0, -160, "Pacific|South Pacific|North Pacific|Western Pacific"),
    "Atlantic Ocean": ("sea", "", 0, -30, "Atlantic|North Atlantic|South Atlantic"),
    "Indian Ocean": ("sea", "", -20, 80, ""), "Arctic Ocean": ("sea", "", 85, 0, ""),
    "Southern Ocean": ("sea", "", -60, 0, ""), "South China Sea": ("sea", "", 12, 113, ""),
    "East China Sea": ("sea", "", 29, 125, ""), "Yellow Sea": ("sea", "", 36, 123, ""),
    "Sea of Japan": ("sea", "", 40, 135, ""), "Philippine Sea": ("sea", "", 20, 130, ""),
    "Bay of Bengal": ("sea", "", 15, 88, ""), "Arabian Sea": ("sea", "", 15, 65, ""),
    "Black Sea": ("sea", "", 43, 35, ""), "Baltic Sea": ("sea", "", 58, 20, ""), "North Sea": ("sea", "", 56, 3, ""),
    "Red Sea": ("sea", "", 20, 38, ""), "Dead Sea": ("sea", "", 31.5, 35.5, ""), "Caspian Sea": ("sea", "", 42, 51, ""),
    "Sea of Azov": ("sea", "", 46, 37, ""), "Mediterranean Sea": ("sea", "", 35, 18, "Mediterranean"),
    "Adriatic Sea": ("sea", "", 43, 15, "Adriatic"), "Aegean Sea": ("sea", "", 39, 25, "Aegean"),
    "Caribbean Sea": ("sea", "", 15, -75, ""), "Bering Sea": ("sea", "", 58, -178, ""),
    "Barents Sea": ("sea", "", 75, 40, ""), "Coral Sea": ("sea", "", -18, 158, ""), "Tasman Sea": ("sea", "", -40, 160, ""),
    "Persian Gulf": ("sea", "", 26, 52, "Arabian Gulf"), "Gulf of Aden": ("sea", "", 12, 48, ""),
    "Gulf of Oman": ("sea", "", 25, 58, ""), "Gulf of Mexico": ("sea", "", 25, -90, ""),
    "Gulf of Guinea": ("sea", "", 1, 3, ""), "Gulf of Thailand": ("sea", "", 10, 102, ""),
    "Taiwan Strait": ("sea", "", 24.5, 119.5, "Taiwan Straits"), "Strait of Hormuz": ("sea", "", 26.6, 56.5, "Straits of Hormuz|Hormuz Strait"),
    "Strait of Malacca": ("sea", "", 4, 100, "Malacca Strait"), "Strait of Gibraltar": ("sea", "", 36, -5.6, ""),
    "Bab el-Mandeb": ("sea", "", 12.6, 43.3, "Bab al-Mandab"), "English Channel": ("sea", "", 50.2, -1, ""),
    "Suez Canal": ("river", "EG", 30.5, 32.3, ""), "Panama Canal": ("river", "PA", 9.1, -79.7, ""),
    "Great Lakes": ("sea", "", 45, -84, ""), "Lake Chad": ("sea", "", 13, 14, ""), "Lake Victoria": ("sea", "", -1, 33, ""),
    "Lake Michigan": ("sea", "US", 44, -87, ""), "Lake Baikal": ("sea", "RU", 53.5, 108, ""), "Aral Sea": ("sea", "", 45, 59, ""),
    "Danube": ("river", "", 45.2, 29, "Danube River|River Danube"), "Rhine": ("river", "", 51, 6, "Rhine River"),
    "Nile": ("river", "", 26, 32, "Nile River|River Nile|Blue Nile|White Nile"), "Mekong": ("river", "", 15, 105, "Mekong River"),
    "Yangtze": ("river", "CN", 31, 115, "Yangtze River"), "Yellow River": ("river", "CN", 36, 110, ""),
    "Pearl River": ("river", "CN", 23, 113, ""), "Ganges": ("river", "", 25, 85, ""), "Indus": ("river", "", 28, 69, "Indus River"),
    "Brahmaputra": ("river", "", 26, 91, "Yarlung Zangbo"), "Amazon River": ("river", "", -3, -60, ""),
    "Mississippi River": ("river", "US", 35, -90, ""), "Colorado River": ("river", "US", 36, -114, ""),
    "Rio Grande": ("river", "", 28, -100, ""), "Ohio River": ("river", "US", 38, -85, ""), "Missouri River": ("river", "US", 42, -96, ""),
    "Potomac River": ("river", "US", 38.9, -77.1, "Potomac"), "Hudson River": ("river", "US", 41.7, -73.9, ""),
    "Volga": ("river", "RU", 50, 46, "Volga River"), "Dnieper": ("river", "", 48, 35, "Dnipro River|Dnieper River"),
    "Congo River": ("river", "", 0, 20, ""), "Zambezi": ("river", "", -16, 30, ""), "Euphrates": ("river", "", 34, 42, ""),
    "Tigris": ("river", "", 34, 44, ""), "Jordan River": ("river", "", 32, 35.6, "River Jordan"), "Thames": ("river", "GB", 51.5, -0.1, "River Thames"),
    "Himalayas": ("mountain", "", 28, 84, "Himalaya"), "Andes": ("mountain", "", -20, -68, ""), "Alps": ("mountain", "", 46.5, 9, ""),
    "Mount Everest": ("mountain", "", 27.99, 86.93, ""), "Mount Fuji": ("mountain", "JP", 35.36, 138.73, ""),
    "Rocky Mountains": ("mountain", "", 43, -110, "Rockies"), "Appalachia": ("region", "US", 38, -81, "Appalachian Mountains"),
    "Urals": ("mountain", "RU", 60, 59, "Ural Mountains"), "Luzon": ("island", "PH", 16, 121, ""),
    "Mindanao": ("island", "PH", 8, 125, ""), "Visayas": ("island", "PH", 11, 123.5, ""), "Honshu": ("island", "JP", 36, 138, ""),
    "Kyushu": ("island", "JP", 33, 131, ""), "Java": ("island", "ID", -7.3, 110, ""), "Sumatra": ("island", "ID", 0, 102, ""),
    "Borneo": ("island", "", 1, 114, ""), "Sulawesi": ("island", "ID", -2, 121, ""), "New Guinea": ("island", "", -5, 141, ""),
    "Maui": ("island", "US", 20.8, -156.33, ""), "Oahu": ("island", "US", 21.47, -157.98, ""), "Kauai": ("island", "US", 22.05, -159.5, ""),
    "Big Island": ("island", "US", 19.6, -155.5, ""), "Long Island": ("island", "US", 40.8, -73.3, ""), "Manhattan": ("district", "US", 40.78, -73.97, ""),
    "Crete": ("island", "GR", 35.2, 24.9, ""), "Lesbos": ("island", "GR", 39.2, 26.3, ""), "Galapagos Islands": ("island", "EC", -0.6, -90.5, "Galapagos"),
    "Diaoyu Dao": ("island", "", 25.75, 123.47, "Diaoyu Islands|Senkaku Islands|Diaoyu"),
    "Nansha Islands": ("island", "", 10, 114, "Nansha Qundao|Spratly Islands|Spratlys"),
    "Xisha Islands": ("island", "", 16.5, 112, "Xisha Qundao|Paracel Islands|Paracels"),
    "Scarborough Shoal": ("island", "", 15.15, 117.76, "Huangyan Dao"), "Kuril Islands": ("island", "", 46, 151, "Kurils"),
    "Zanzibar": ("island", "TZ", -6.1, 39.3, ""), "Pacific Islands": ("region", "", -8, 170, "Pacific islands"),
    "Camp David": ("place", "US", 39.65, -77.46, ""), "Capitol Hill": ("place", "US", 38.89, -77.0, ""),
    "Zaporizhzhia Nuclear Power Plant": ("place", "UA", 47.51, 34.59, ""), "Chernobyl": ("place", "UA", 51.39, 30.1, "Chornobyl"),
    "Pearl Harbor": ("place", "US", 21.35, -157.95, ""), "Guantanamo Bay": ("place", "CU", 19.9, -75.15, "Guantanamo"),
    "Davos": ("city", "CH", 46.8, 9.83, ""), "Uvalde": ("city", "US", 29.21, -99.79, ""),
    "Woodside": ("city", "US", 37.43, -122.25, ""), "Lahaina": ("city", "US", 20.88, -156.68, ""),
    "East Palestine": ("city", "US", 40.83, -80.54, ""), "Boao": ("city", "CN", 19.16, 110.58, ""),
    "Sharm El Sheikh": ("city", "EG", 27.91, 34.33, "Sharm el-Sheikh|Sharm el Sheikh|Sharm El-Sheikh"),
    "Martha's Vineyard": ("island", "US", 41.39, -70.64, ""), "Rehoboth Beach": ("city", "US", 38.72, -75.08, ""),
}

# The state that a small city of the list above lies in.
SMALL_CITY_STATES = {
    "Uvalde": "Texas", "Woodside": "California", "Lahaina": "Hawaii", "East Palestine": "Ohio", "Rehoboth Beach": "Delaware",
}

# iso.admin1 name: other names that the division goes by.
DIVISION_ALIASES = {
    ("CN", "Tibet"): "Xizang", ("CN", "Inner Mongolia"): "Nei Mongol", ("CN", "Xinjiang"): "Xinjiang Uygur|Xinjiang Uyghur",
    ("CN", "Guangxi"): "Guangxi Zhuang", ("CN", "Ningxia"): "Ningxia Hui", ("ID", "Papua"): "Irian Jaya",
    ("IN", "Odisha"): "Orissa", ("US", "District of Columbia"): "D.C|DC", ("ES", "Catalonia"): "Catalunya",
    ("FR", "Corsica"): "Corse", ("DE", "Bavaria"): "Bayern", ("JP", "Hyōgo"): "Hyogo",
}

# US states as press writing shortens them; read only after "City, ".
STATE_SHORT = {
    "Alabama": "Ala|AL", "Alaska": "AK", "Arizona": "Ariz|AZ", "Arkansas": "Ark|AR", "California": "Calif|CA",
    "Colorado": "Colo|CO", "Connecticut": "Conn|CT", "Delaware": "Del|DE", "Florida": "Fla|FL", "Georgia": "Ga|GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "Ill|IL", "Indiana": "Ind|IN", "Iowa": "IA", "Kansas": "Kan|KS",
    "Kentucky": "Ky|KY", "Louisiana": "La|LA", "Maine": "ME", "Maryland": "Md|MD", "Massachusetts": "Mass|MA",
    "Michigan": "Mich|MI", "Minnesota": "Minn|MN", "Mississippi": "Miss|MS", "Missouri": "Mo|MO", "Montana": "Mont|MT",
    "Nebraska": "Neb|NE", "Nevada": "Nev|NV", "New Hampshire": "N.H|NH", "New Jersey": "N.J|NJ", "New Mexico": "N.M|NM",
    "New York": "N.Y|NY", "North Carolina": "N.C|NC", "North Dakota": "N.D|ND", "Ohio": "OH", "Oklahoma": "Okla|OK",
    "Oregon": "Ore|OR", "Pennsylvania": "Pa|PA", "Rhode Island": "R.I|RI", "South Carolina": "S.C|SC",
    "South Dakota": "S.D|SD", "Tennessee": "Tenn|TN", "Texas": "Tex|TX", "Utah": "UT", "Vermont": "Vt|VT",
    "Virginia": "Va|VA", "Washington": "Wash|WA", "West Virginia": "W.Va|WV", "Wisconsin": "Wis|WI", "Wyoming": "Wyo|WY",
}

# The city a bare name means where a larger division bears it too, and names as news writes them.
CITY_NAMES = {
    ("US", "New York City"): "New York", ("US", "Washington"): "Washington", ("KR", "Busan"): "Busan",
    ("US", "Washington, D.C."): "Washington",
}
CITY_ALIASES = {
    ("US", "New York"): "New York City|NYC|N.Y.C", ("US", "Washington"): "Washington D.C|Washington DC|D.C",
    ("UA", "Kyiv"): "Kiev", ("IN", "Mumbai"): "Bombay", ("CN", "Beijing"): "Peking", ("VN", "Ho Chi Minh City"): "Saigon",
    ("MM", "Yangon"): "Rangoon", ("TR", "Istanbul"): "Constantinople", ("IN", "Kolkata"): "Calcutta", ("IN", "Chennai"): "Madras",
    ("KZ", "Astana"): "Nur-Sultan", ("IN", "Bengaluru"): "Bangalore", ("CN", "Guangzhou"): "Canton", ("UA", "Odesa"): "Odessa",
    ("UA", "Kharkiv"): "Kharkov", ("UA", "Lviv"): "Lvov", ("UA", "Mykolaiv"): "Nikolaev", ("IL", "Tel Aviv"): "Tel Aviv-Yafo",
    ("BE", "Brussels"): "Bruxelles", ("US", "St. Louis"): "Saint Louis", ("US", "St. Paul"): "Saint Paul",
    ("RU", "Saint Petersburg"): "St. Petersburg|St Petersburg|Leningrad", ("SA", "Mecca"): "Makkah", ("KW", "Kuwait City"): "Kuwait City",
    ("MX", "Mexico City"): "Ciudad de Mexico", ("PA", "Panamá"): "Panama City", ("GT", "Guatemala City"): "Guatemala City",
    ("DE", "Frankfurt am Main"): "Frankfurt", ("KR", "Seoul"): "Seoul", ("LB", "Beirut"): "Beyrouth", ("BR", "Brasília"): "Brasilia",
    ("PH", "Manila"): "Metro Manila", ("US", "The Bronx"): "Bronx", ("YE", "Al Hudaydah"): "Hodeida", ("CD", "Kinshasa"): "Léopoldville", ("US", "Los Angeles"): "L.A",
}

# Names in Chinese, for texts in Chinese.
HAN = {
    "China": "中国|中國", "Japan": "日本", "United States": "美国|美國", "Russia": "俄罗斯|俄羅斯", "United Kingdom": "英国|英國",
    "France": "法国|法國", "Germany": "德国|德國", "South Korea": "韩国|韓國", "North Korea": "朝鲜|朝鮮", "India": "印度",
    "Pakistan": "巴基斯坦", "Vietnam": "越南", "Laos": "老挝", "Cambodia": "柬埔寨", "Thailand": "泰国|泰國", "Myanmar": "缅甸|緬甸",
    "Malaysia": "马来西亚|馬來西亞", "Singapore": "新加坡", "Indonesia": "印度尼西亚|印尼", "Philippines": "菲律宾|菲律賓",
    "Mongolia": "蒙古国", "Kazakhstan": "哈萨克斯坦", "Uzbekistan": "乌兹别克斯坦", "Tajikistan": "塔吉克斯坦", "Kyrgyzstan": "吉尔吉斯斯坦",
    "Turkmenistan": "土库曼斯坦", "Afghanistan": "阿富汗", "Iran": "伊朗", "Iraq": "伊拉克", "Syria": "叙利亚", "Israel": "以色列",
    "Palestine": "巴勒斯坦", "Saudi Arabia": "沙特阿拉伯|沙特", "Egypt": "埃及", "South Africa": "南非", "Nigeria": "尼日利亚", "Kenya": "肯尼亚",
    "Ethiopia": "埃塞俄比亚", "Brazil": "巴西", "Argentina": "阿根廷", "Chile": "智利", "Mexico": "墨西哥", "Cuba": "古巴", "Canada": "加拿大",
    "Australia": "澳大利亚", "New Zealand": "新西兰", "Italy": "意大利", "Spain": "西班牙", "Portugal": "葡萄牙", "Switzerland": "瑞士",
    "Sweden": "瑞典", "Norway": "挪威", "Finland": "芬兰", "Denmark": "丹麦", "Netherlands": "荷兰", "Belgium": "比利时", "Austria": "奥地利",
    "Poland": "波兰", "Hungary": "匈牙利", "Serbia": "塞尔维亚", "Greece": "希腊", "Turkey": "土耳其", "Ukraine": "乌克兰", "Belarus": "白俄罗斯",
    "Nepal": "尼泊尔", "Bangladesh": "孟加拉国", "Sri Lanka": "斯里兰卡", "Venezuela": "委内瑞拉", "Peru": "秘鲁", "Hong Kong": "香港",
    "Macao": "澳门|澳門", "Taiwan": "台湾|台灣|臺灣", "Beijing": "北京", "Shanghai": "上海", "Guangzhou": "广州", "Shenzhen": "深圳", "Tokyo": "东京",
    "Washington": "华盛顿", "New York": "纽约", "Geneva": "日内瓦", "Moscow": "莫斯科", "London": "伦敦", "Paris": "巴黎", "Berlin": "柏林",
    "Seoul": "首尔", "Pyongyang": "平壤", "New Delhi": "新德里", "Hanoi": "河内", "Africa": "非洲", "Europe": "欧洲", "Asia": "亚洲",
    "Zhejiang": "浙江", "Guangdong": "广东", "Sichuan": "四川", "Xinjiang": "新疆", "Tibet": "西藏", "Yunnan": "云南", "Hainan": "海南", "Hubei": "湖北",
    "Wuhan": "武汉", "Tianjin": "天津", "Chongqing": "重庆", "Nanjing": "南京", "South China Sea": "南海", "Middle East": "中东", "Latin America": "拉美",
}

# Divisions that were merged away; archives name them still.
HISTORIC_DIVISIONS = {
    ("VN", "province"): "Hai Duong|Ha Nam|Nam Dinh|Thai Binh|Vinh Phuc|Bac Giang|Quang Binh|Quang Nam|Binh Dinh|Phu Yen|Ninh Thuan|"
    "Binh Thuan|Kon Tum|Dak Nong|Binh Duong|Ba Ria-Vung Tau|Binh Phuoc|Long An|Tien Giang|Ben Tre|Tra Vinh|Hau Giang|Soc Trang|"
    "Bac Lieu|Kien Giang|Bac Kan|Yen Bai|Ha Giang|Hoa Binh",
}
# Cities that a bare name means although a division bears it too, or a larger city.
MEANT = {
    ("US", "Washington"), ("PK", "Islamabad"), ("CL", "Santiago"), ("MT", "Valletta"), ("SN", "Dakar"), ("GB", "Cambridge"), ("GB", "Oxford"),
    ("PS", "Bethlehem"), ("ES", "San Sebastián"), ("PR", "San Juan"), ("CA", "Hamilton"), ("BO", "Sucre"), ("NZ", "Queenstown"),
    ("GB", "Newcastle upon Tyne"), ("US", "Santa Barbara"), ("PE", "Trujillo"), ("ES", "Granada"), ("AR", "Córdoba"), ("US", "Newtown"), ("MX", "Mérida"), ("MV", "Male"), ("MV", "Malé"),
}
# Written without the marks of the language, as English news does.
PLAIN = {"VN", "JP", "CN", "KR", "KP", "IN", "IR", "IQ", "SY", "SA", "EG", "PK", "AF", "BD", "TH", "ET", "SD", "LY", "YE", "UZ", "KZ", "TJ", "TM", "KG", "LA", "KH", "LK", "NP", "RU", "UA"}
# Small towns whose names are better known as something else.
NO_TOWNS = {
    "Seneca", "Blackhawk", "Black Hawk", "Gateway", "Homeland", "Commerce", "Justice", "Forbes", "Cicero", "Homer", "Virgil", "Plato",
    "Apache", "Cherokee", "Sioux", "Delta", "Pioneer", "Liberal", "Republic", "Patriot", "Nixon", "Lincoln Park", "Disney", "Nike",
}
# Small towns of everyday words that are in the news all the same.
KEPT_TOWNS = {"Park City", "Ocean City", "Long Branch", "Red Bank", "Oil City", "Union City", "Truth or Consequences", "Tell City"}
