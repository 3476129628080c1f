"""The words that tell names from other capitalised words; all in small letters without accents."""

import re


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which white space parts."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of a text, which commas part, as words."""
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


# What may open an office: "Vice", "Foreign", "National Security".
TITLE_MODIFIERS = word_set(
    """
    acting assistant associate attorney field rear chief co deputy executive ex federal finance
    first foreign former general incoming interim joint junior late lead local national new
    outgoing permanent press prime principal provincial public regional retired security senior
    special state then under vice presidential defence defense trade interior justice health
    education energy environment economy economic affairs climate political policy managing
    commanding founding honorary supreme majority minority house senate communications
    intelligence homeland military army navy air force police party opposition staff majesty
    highness excellency honorable rt hon royal us city county world human rights science
    technology transport transportation labor labour agriculture culture tourism crown grand
    """
)
# What an office ends with, directly before a name.
TITLE_HEADS = word_set(
    """
    assistant aide intern
    president vice-president premier chancellor minister ministers secretary councilor
    councillor counselor chairman chairwoman chairperson chair chairs vice-chair vice-chairman
    governor governors mayor mayors senator senators congressman congresswoman representative
    representatives rep reps sen sens gov ambassador ambassadors envoy commissioner director
    directors director-general secretary-general general-secretary spokesperson spokesman
    spokeswoman spokespersons adviser advisor administrator attorney general colonel lieutenant
    captain admiral brigadier commander commander-in-chief sergeant marshal leader speaker
    lawmaker deputy delegate assemblymember assemblyman assemblywoman legislator professor prof
    doctor judge justice president-elect ceo cfo coo cto founder co-founder chief head
    coordinator negotiator prosecutor counsel consul presidents premiers chancellors journalist
    correspondent author writer economist analyst actor actress singer footballer coach striker
    midfielder coadjutor archbishop cardinal bishop reverend rev rabbi imam ayatollah
    senior-adviser laureate historian scientist physicist astronaut cosmonaut comptroller
    treasurer undersecretary under-secretary under-secretary-general councilmember councilman
    councilwoman alderman sheriff superintendent inspector officer trustee chairlady
    chairpersons member members candidate nominee activist banker businessman businesswoman
    entrepreneur executive vice-premier vice-minister rapporteur whip biochemist immunologist
    biologist chemist engineer physician lawyer attorney-general manager editor editor-in-chief
    prime-minister solicitor dean provost rector strategist specialist liaison
    minister-designate president-designate chancellor-designate governor-elect mayor-elect
    secretary-designate chair-elect prime-minister-designate minister-elect senator-elect
    vice-president-elect prefect taoiseach commodore ombudsman emeritus
    comrade citizen corporal archeologist archaeologist novelist poet
    composer philosopher mathematician
    """
)
# Heads that are names as often; they count only where they open the capitalised words.
SHY_HEADS = word_set(
    """
    king queen prince princess pope emperor empress sultan emir dean judge bishop major sheikh
    sheikha cardinal justice chief marshal speaker captain sergeant general executive citizen
    deputy head leader chair counsel member members
    """
)
ROYAL = word_set(
    """
    king queen prince princess pope emperor empress sultan emir saint archduke tsar pharaoh
    """
)
HONORIFICS = word_set(
    """
    mr mrs ms miss mx dr sir dame lord lady madame madam mme monsieur herr frau senor senora
    sheikh sheikha hajj haji fr father sister brother sri shri datuk tan tun excellency hon
    honorable
    alhaji alhaja hadja hajja hajia mzee engr barr dona don pastor apostle mullah maulana
    pres potus vpotus flotus gen lt col adm maj capt sgt cmdr brig uncle auntie aunt grandma
    ustad pandit swami dato datin puan encik sayyid ustaz mlle dott mst khatib
    """
)
SUFFIXES = word_set(
    """
    jr sr ii iii iv phd md esq
    """
)
PARTICLES = word_set(
    """
    de da do dos das del della di du des la le van von der den ter ten zu zum bin ibn bint al el
    y e af av abu ould wa vom dela dello lo san
    """
)

# Words that make the capitalised words around them an organisation, a law, a building, an event.
THINGS = word_set(
    """
    biosciences pharmaceuticals therapeutics ventures division divisions academy accord accords
    act acts administration affairs agency agenda agreement agreements airbase airline airlines
    airport airways alliance amendment archive archives army arena article assembly association
    associations attack auditorium authority avenue award awards backgrounder bank barracks base
    basin battalion battle bill board book boulevard brands brief briefing brigade bridge
    broadcast broadcasting brothers budget building bulletin bureau cabinet campaign campus
    cancer capital cathedral cemetery center centers centre centres century ceremony challenge
    chamber champions championship championships charter chronicle church city-state clinic club
    coalition coast code college commission committee commodity communications communique
    communities community company compact conference confederation congress consensus
    constitution construction consortium consulate convention cooperation corp corporation corps
    council coun country court courthouse covid covid-19 credit crisis cup current daily day
    days deal declaration defenders delegation delta department derby dialogue disaster
    district-court doctrine drive dynasty economy edition education election elections embassy
    emergency enterprise enterprises era exchange exhibition expo express fact faculty fair
    family federation fellow fellows festival fleet fold force forces forest forum foundation
    framework freedom front fund games gas gazette government governments group groups guard
    guards guide hall harbor headquarters health herald heritage highway holdings holiday
    hospital hospitals hotel house human hurricane icon inc independence industries industry
    infrastructure initiative initiatives institute institution institutes insurance
    intelligence invasion investment journal jury kingdom laboratories laboratory labs law laws
    league legion library limited line lines list lodge logistics ltd magazine mall manual
    market marathon mass media medal medicare medicaid medical meeting memorandum memorial
    mechanism merchant military ministers ministerial ministries ministry mission monastery
    month monument mosque movement museum nation nations navy network networks news newspaper
    night note now offensive office offices olympics olympiad opera operation opportunities
    order orders organization organisation organizations organisations orchestra outlook page
    palace panel parade park parliament partners partnership partnerships party pass path peace
    peoples petroleum pipeline plan platform plaza police policy politburo port-authority post
    power presidency press principles prison prize process proclamation program programme
    programs project projects protocol province-wide question questions radio rail railroad
    railway ranch readout recession reconciliation record recovery referendum reform refugees
    regiment region-wide registry relations relief remarks rescue report reporters republicans
    reserve resolution resort response restaurant review revolution road roadmap room route
    ruling safety sanctions school schools science sciences secretariat section sector security
    senate series service services session sheet ship shipping shoal shore shop silk society
    solutions space spokesman-review square squadron stadium standard standards star state-owned
    statement station status statute steel stock store storm strategic strategy street studies
    studio studios summit sun survey syndrome system systems talks task taskforce team
    technologies technology telegraph television temple terminal territory-wide theater theatre
    theory thought times title today tour tower trade trail train transport treasury treaty
    tribunal tribune troops trust tunnel typhoon union unit united universities university
    update vaccine vaccines victims victory village visa war wars watch water waters way week
    weekly welfare wildfire wing withdrawal workshop world year years zone olympic paralympic
    paralympics asean nato brics belt thanksgiving christmas easter ramadan passover diwali eid
    hanukkah juneteenth tropical gala dollar democrats party's bears bulls hornets lakers
    warriors stars tigers lions giants eagles rangers fc united's bowl factsheet spokespersons
    endowment statue troika alumni fellowship
    fellowships scholarship scholarships scholar scholars zoo caucus diner
    garrison pkwy llp llc fitness branch shield tweet thread hashanah kippur tovah southerner
    southerners northerner northerners
    spokesmen toplines band announcement statements transcript interview participants
    """
)
# What people are called by what they do, beside their offices; no part of a name.
OCCUPATIONS = word_set(
    """
    goalkeeper keeper striker midfielder winger defender forward captain skipper hurdler sprinter
    runner swimmer cyclist boxer wrestler featherweight lightweight middleweight heavyweight
    flyweight welterweight batsman bowler batter pitcher quarterback guard playmaker substitute
    teenager veteran champion rookie teammate compatriot rival opponent challenger
    baker butcher farmer fisherman fishmonger trader shopkeeper hawker driver trucker pilot sailor
    miner worker nurse midwife surgeon pediatrician paediatrician pulmonologist virologist
    epidemiologist climatologist meteorologist geologist botanist zoologist ecologist curator
    archivist librarian conservator singer soprano tenor baritone conductor pianist violinist
    trombonist drummer guitarist rapper dancer producer filmmaker director photographer painter
    sculptor architect designer chef blogger vlogger influencer activist protester demonstrator
    organiser organizer campaigner plaintiff defendant victim survivor witness suspect resident
    resident villager neighbour neighbor passenger tourist parishioner parent mother father widow
    grandmother grandfather brother sister uncle aunt cousin nephew niece teacher headmaster
    headmistress lecturer researcher student pupil supervisor inspector detective constable
    firefighter paramedic rescuer ranger soldier rebel warlord tycoon billionaire magnate investor
    broker banker accountant auditor lawyer barrister solicitor magistrate prosecutor congressman
    congresswoman councillor alderman lawmaker opposition
    """
)
# Companies, their brands and some others that are called like people and are none.
COMPANIES = phrases(
    """
    morgan stanley, goldman sachs, merrill lynch, johnson & johnson, jp morgan, jpmorgan chase,
    ernst & young, arthur andersen, marks & spencer, rolls royce, louis vuitton, philip morris,
    eli lilly, john deere, charles schwab, wells fargo, calvin klein, ralph lauren, hugo boss,
    jimmy choo, estee lauder, fannie mae, freddie mac, sallie mae, credit suisse,
    lockheed martin, harley davidson, john lewis partnership, abercrombie & fitch, booz allen,
    booz allen hamilton, standard chartered, bain capital, general dynamics, baker hughes,
    bristol myers, bristol myers squibb, warner bros, warner brothers, procter & gamble,
    barnes & noble, smith & wesson, price waterhouse, mary kay, jack daniels, johnnie walker,
    jim beam, mercedes benz, thomson reuters, harper collins, simon & schuster, penguin random,
    dow jones, le monde, le figaro, la repubblica, el pais, el mundo, el universal, la nacion,
    der spiegel, die welt, real madrid, inter milan, aston villa, al jazeera, al arabiya,
    al ahram, ria novosti, boko haram, al shabaab, al qaeda, al nusra, hezb e islami, ansar dine,
    ansar allah, jemaah islamiyah, abu sayyaf, lashkar e taiba, voto latino, falun gong, fidesz,
    tata steel, tata motors, coca cola, dell emc, carl zeiss, ben & jerry's, ginnie mae,
    blue cross, kaiser permanente, gibson dunn, davis polk, golden corral, tyson foods,
    mckinsey & company, ernst young, civica rx, grupo mariposa, black caucus, block grant,
    santa claus, father christmas, el nino, la nina, pro tempore, pro tem, public defender
    """
)
# Companies and other bodies of one word that are called like towns, or read like them.
BRANDS = phrases(
    """
    toyota, honda, hyundai, subaru, nissan, mazda, suzuki, mitsubishi, hitachi, toshiba, siemens,
    philips, nestle, danone, nokia, ericsson, boeing, airbus, pfizer, merck, moderna, astrazeneca,
    novartis, bayer, roche, meta, twitter, weibo, tiktok, facebook, google, amazon, apple, intel,
    nvidia, huawei, tencent, alibaba, baidu, xiaomi, samsung, airbnb, uber, lyft, paypal, visa,
    mastercard, citigroup, citicorp, barclays, santander, ryanair, lufthansa, emirates, qantas,
    amtrak, starbucks, chipotle, subway, walmart, costco, target, tesco, carrefour, ikea, shell,
    chevron, exxon, gazprom, rosneft, equinor, vodafone, telefonica, reuters, bloomberg, xinhua,
    interfax, tass, yale, harvard, princeton, stanford, cornell, oxfam, greenpeace, hamas, fatah,
    hezbollah, ebola, zika, malaria, covid, omicron, halloween, milton, helene, katrina, maga,
    dimes, alphabet, metro, weibo, citicorp, gavi, rugby
    """
)
# What an office is for: "Secretary of Education", "Minister of Foreign Affairs".
PORTFOLIOS = word_set(
    """
    economics
    state defense defence education energy treasury commerce labor labour foreign affairs health
    human services homeland security trade finance interior agriculture transportation transport
    housing urban development veterans justice staff economy tourism culture environment science
    technology industry planning information communications public works sports youth women
    fisheries forestry internal external international relations cooperation social welfare
    family rights parliament war navy army air force infrastructure digital innovation climate
    water mines petroleum natural resources home national provincial local government management
    budget
    """
)
# "the Bank of China", "the University of Pennsylvania": what follows "of" names no place by itself.
OF_THINGS = THINGS - word_set(
    """
    government governments kingdom coast capital nation province-wide state market economy
    territory parliament presidency city-state country waters embassy commission committee
    assembly senate army navy cabinet constitution ministry ministries affairs mission treasury
    visit election elections community communities
    """
) | word_set(
    """
    brotherhood lords saint st lady boy girl daughters sons
    """
)

PLACE_TYPES = {
    "province": "province", "prefecture": "prefecture", "state": "state", "county": "county",
    "region": "region", "oblast": "region", "krai": "region", "governorate": "province",
    "district": "district", "city": "city", "municipality": "city", "town": "city",
    "village": "city", "island": "island", "islands": "island", "river": "river", "sea": "sea",
    "autonomous region": "region", "special administrative region": "territory",
    "sar": "territory", "parish": "county", "canton": "region", "voivodeship": "region",
    "peninsula": "region", "borough": "district", "valley": "region", "mountains": "mountain",
    "metropolis": "city", "territory": "territory",
    # "Fars and Kerman provinces"
    "provinces": "province", "prefectures": "prefecture", "counties": "county",
    "oblasts": "region", "governorates": "province", "districts": "district",
    "autonomous regions": "region", "regions": "region",
}  # fmt: skip
# "State of Israel" and "City of Boston": the type may come first.
TYPES_BEFORE_OF = word_set(
    """
    state province city prefecture county region island republic kingdom commonwealth town
    state's
    """
)
# Words that are part of the scenery: no person is called so.
LANDSCAPE = word_set(
    """
    province prefecture county region district city town village island islands river sea ocean
    lake bay gulf strait mountain mountains valley peninsula coast hills hill beach creek falls
    springs park heights desert canal port fort north south east west northern southern eastern
    western central northeast northwest southeast southwest upper lower greater saint highway
    street avenue road canyon forest glacier plateau delta basin harbor harbour airport
    territory republic kingdom oblast governorate archipelago reef cape mount
    """
)
DIRECTIONS = word_set(
    """
    north south east west northern southern eastern western central northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern upper lower greater
    downtown mainland rural urban coastal inner outer continental mid
    """
)
CALENDAR = word_set(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct
    nov dec mon tue tues wed thu thurs fri sat sun
    """
)
FUNCTION = word_set(
    """
    lately recently nowadays
    a an the this that these those in on at of by for from to with without within and or but nor
    so yet if as when while where why how who whom whose what which it its he she they we you i
    his her their our your my me him them us not no yes also after before since during until
    under over between among against about into through there here then than thus however
    moreover meanwhile furthermore therefore according because although though despite q a: q:
    both all each every many most some several other another such more less few any only even
    still just now today yesterday tomorrow tonight can could may might will would shall should
    must do does did is are was were be been being has have had let upon amid via per re vs plus
    once next last earlier later early late one two three four five six seven eight nine ten
    first second third please thank thanks dear good well long born back together including
    across along regarding concerning following instead neither either whether apart aside again
    ever never always often sometimes soon perhaps maybe indeed finally additionally similarly
    likewise nevertheless nonetheless photo image source editor's note what's it's that's
    on-the-record mr. background besides unlike like alongside given throughout welcome
    congratulations
    """
)
SPEECH = word_set(
    """
    said says told added expressed stated stressed noted briefed announced urged warned asked
    thanked welcomed called pointed emphasized emphasised underscored reiterated affirmed
    reaffirmed highlighted explained argued replied answered responded declared insisted
    commented recalled acknowledged praised condemned denied confirmed agreed proposed suggested
    promised pledged vowed met visited arrived attended hosted chaired signed resigned spoke
    spokes believes hopes wrote tweeted congratulated conveyed commended appreciated exchanged
    discussed held delivered presided became won lost joined served died led was is has had will
    who whose remarked testified observed concluded continued joked recounted outlined described
    succeeds replaces took takes beat defeated played scored conceded addressed travels
    travelled traveled went grew
    """
)
BEFORE_PERSON = word_set(
    """
    with by met told thanked congratulated succeeded replaced succeeding replacing joined named
    called elected appointed nominated under defeated beating beat and like former invited
    hosted received welcomed including against between said says wife husband son daughter
    brother sister father mother author
    """
)
BEFORE_PLACE = word_set(
    """
    in at from near to into across around outside inside throughout via toward towards within
    between of visit visited visiting leave left reached reach through over against along
    off beyond under invaded invade supporting entire
    """
)
# Lower-case titles that may stand before a name or after it.
LOWER_TITLES = TITLE_HEADS | ROYAL

INITIAL = re.compile(r"[^\W\d_a-zà-ÿ](?:\.?[^\W\d_a-zà-ÿ]){0,2}")
ROMAN = re.compile(r"[IVX]{1,4}")
