"""Short forms of given names, and the full names that they stand for."""

from collections.abc import Mapping

_SHORT = """
    abe: abraham; al: albert alan alfred; alex: alexander alexandra alejandro; andy: andrew;
    art: arthur; barb: barbara; bart: bartholomew; becky: rebecca; ben: benjamin; bernie: bernard;
    bert: albert herbert; beth: elizabeth; betsy: elizabeth; bill: william; billy: william;
    bob: robert; bobby: robert; brad: bradley; cathy: catherine; charlie: charles; chris:
    christopher christine christian; chuck: charles; cindy: cynthia; dan: daniel; danny: daniel;
    dave: david; debbie: deborah; deb: deborah; dick: richard; don: donald; doug: douglas;
    drew: andrew; ed: edward edwin; eddie: edward; eric: erik; frank: francis franklin;
    fred: frederick alfred; gabe: gabriel; gene: eugene; gina: regina; greg: gregory; gus: augustus;
    hank: henry; harry: henry harold; jack: john; jake: jacob; jeff: jeffrey geoffrey;
    jen: jennifer; jenny: jennifer; jerry: gerald jerome; jim: james; jimmy: james; joe: joseph;
    jon: jonathan; josh: joshua; kate: katherine catherine; kathy: katherine kathleen;
    katie: katherine; ken: kenneth; larry: lawrence laurence; len: leonard; liz: elizabeth;
    maggie: margaret; marty: martin; matt: matthew; max: maximilian maxwell; meg: margaret;
    mick: michael; mike: michael; mitch: mitchell; nate: nathan nathaniel; ned: edward;
    nick: nicholas; pat: patrick patricia; peggy: margaret; pete: peter; phil: philip phillip;
    ray: raymond; rich: richard; rick: richard; rob: robert; ron: ronald; russ: russell;
    sam: samuel samantha; sandy: alexander sandra; steve: steven stephen; stan: stanley;
    sue: susan; ted: edward theodore; terry: terence; theo: theodore; tim: timothy; tom: thomas;
    tommy: thomas; tony: anthony antony antonio; val: valerie; vicky: victoria; vince: vincent;
    walt: walter; will: william; zach: zachary; pepe: jose; paco: francisco; sasha: alexander;
    antony: anthony; steven: stephen; geoffrey: jeffrey; catherine: katherine; phillip: philip;
    bibi: benjamin; binyamin: benjamin; volodymyr: vladimir; oleksandr: alexander aleksandr;
    mykola: nikolai; dmytro: dmitry; serhiy: sergei; andriy: andrei; aleksandr: alexander
"""

FULL_NAMES: Mapping[str, frozenset[str]] = {
    short.strip(): frozenset(full.split())
    for short, full in (entry.split(":") for entry in _SHORT.split(";"))
}
"""From a short or other form of a given name, folded, to the full names that it may stand for."""


def given_forms(word: str) -> frozenset[str]:
    """List the full names that a folded given name may be, itself among them."""
    return FULL_NAMES.get(word, frozenset()) | {word}
