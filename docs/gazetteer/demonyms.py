"""Words for a people and its country; the words are evidence of a country and never a place."""

# fmt: off
DEMONYMS = {
    "AF": "Afghan Afghans", "AL": "Albanian Albanians", "DZ": "Algerian Algerians", "AO": "Angolan", "AR": "Argentine Argentinian Argentines",
    "AM": "Armenian Armenians", "AU": "Australian Australians", "AT": "Austrian Austrians", "AZ": "Azerbaijani Azeri Azerbaijanis",
    "BH": "Bahraini", "BD": "Bangladeshi Bangladeshis", "BY": "Belarusian Belarusians", "BE": "Belgian Belgians", "BO": "Bolivian Bolivians",
    "BA": "Bosnian Bosnians", "BW": "Botswanan Motswana", "BR": "Brazilian Brazilians", "BG": "Bulgarian Bulgarians", "MM": "Burmese",
    "BI": "Burundian", "KH": "Cambodian Cambodians", "CM": "Cameroonian", "CA": "Canadian Canadians", "TD": "Chadian", "CL": "Chilean Chileans",
    "CN": "Chinese", "CO": "Colombian Colombians", "CD": "Congolese", "CR": "Rican", "HR": "Croatian Croatians Croat", "CU": "Cuban Cubans",
    "CY": "Cypriot Cypriots", "CZ": "Czech Czechs", "DK": "Danish Danes Dane", "DO": "Dominican Dominicans", "NL": "Dutch", "EC": "Ecuadorian Ecuadorean",
    "EG": "Egyptian Egyptians", "SV": "Salvadoran", "ER": "Eritrean Eritreans", "EE": "Estonian Estonians", "ET": "Ethiopian Ethiopians",
    "FJ": "Fijian", "FI": "Finnish Finns Finn", "FR": "French Frenchman Frenchwoman", "GA": "Gabonese", "GM": "Gambian", "GE": "Georgian Georgians",
    "DE": "German Germans", "GH": "Ghanaian Ghanaians", "GR": "Greek Greeks", "GT": "Guatemalan", "GN": "Guinean", "HT": "Haitian Haitians",
    "HN": "Honduran", "HU": "Hungarian Hungarians", "IS": "Icelandic Icelander", "IN": "Indian Indians", "ID": "Indonesian Indonesians",
    "IR": "Iranian Iranians Persian", "IQ": "Iraqi Iraqis", "IE": "Irish Irishman", "IL": "Israeli Israelis", "IT": "Italian Italians", "CI": "Ivorian",
    "JM": "Jamaican", "JP": "Japanese", "JO": "Jordanian Jordanians", "KZ": "Kazakh Kazakhs Kazakhstani", "KE": "Kenyan Kenyans", "KW": "Kuwaiti",
    "KG": "Kyrgyz", "LA": "Lao Laotian", "LV": "Latvian Latvians", "LB": "Lebanese", "LR": "Liberian", "LY": "Libyan Libyans",
    "LT": "Lithuanian Lithuanians", "MK": "Macedonian", "MG": "Malagasy", "MW": "Malawian", "MY": "Malaysian Malaysians", "MV": "Maldivian",
    "ML": "Malian", "MT": "Maltese", "MX": "Mexican Mexicans", "MD": "Moldovan", "MN": "Mongolian Mongolians", "ME": "Montenegrin", "MA": "Moroccan",
    "MZ": "Mozambican", "NA": "Namibian", "NP": "Nepali Nepalese", "NI": "Nicaraguan", "NE": "Nigerien", "NG": "Nigerian Nigerians", "NO": "Norwegian Norwegians",
    "OM": "Omani", "PK": "Pakistani Pakistanis", "PS": "Palestinian Palestinians", "PA": "Panamanian", "PY": "Paraguayan", "PE": "Peruvian Peruvians",
    "PH": "Philippine Filipino Filipinos Filipina", "PL": "Polish Poles Pole", "PT": "Portuguese", "QA": "Qatari Qataris", "RO": "Romanian Romanians",
    "RU": "Russian Russians", "RW": "Rwandan", "WS": "Samoan", "SA": "Saudi Saudis", "SN": "Senegalese", "RS": "Serbian Serbs Serb", "SG": "Singaporean",
    "SK": "Slovak", "SI": "Slovenian Slovene", "SO": "Somali Somalis", "ES": "Spanish Spaniard Spaniards", "LK": "Lankan", "SD": "Sudanese",
    "SE": "Swedish Swedes Swede", "CH": "Swiss", "SY": "Syrian Syrians", "TW": "Taiwanese", "TJ": "Tajik Tajiks", "TZ": "Tanzanian", "TH": "Thai Thais",
    "TO": "Tongan", "TN": "Tunisian", "TR": "Turkish Turks Turk", "TM": "Turkmen", "UG": "Ugandan", "UA": "Ukrainian Ukrainians", "AE": "Emirati",
    "GB": "British Briton Britons English Scottish Welsh Englishman Scots", "US": "American Americans Californian Texan", "UY": "Uruguayan", "UZ": "Uzbek Uzbeks",
    "VE": "Venezuelan Venezuelans", "VN": "Vietnamese", "YE": "Yemeni Yemenis", "ZM": "Zambian", "ZW": "Zimbabwean", "KR": "Korean Koreans",
    "": "African Africans Asian Asians European Europeans Arab Arabs Latin Latino Latina Latinos Hispanic Soviet Western Eastern Northern Southern "
    "Kurdish Kurds Tibetan Uyghur Uighur Chechen Catalan Basque Muslim Muslims Christian Christians Jewish Jews Islamic Catholic Sunni Shiite "
    "Buddhist Hindu Roman Nordic Baltic Balkan Caribbean Hawaiian Alaskan Crimean Bolshevik Nazi Ottoman Byzantine Antarctic Eurasian "
    "Democrat Democrats Republican Republicans Socialist Communist Liberal Conservative Labour Marxist Protestant Orthodox Anglican Sikh Sikhs",
}
