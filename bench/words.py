"""The words that the generated articles are made of."""

GIVEN = (
    "Anna Omar Lena Ivan Rosa Heita Clara Bruno Daniel Sofia Marta Hugo Pablo Nina Oscar Emil Vera "
    "Amara Kofi Leila Tomas Ingrid Rafael Yuki Mina Dario Elif Jonas Katrin Mateo Noor Petra Samir "
    "Tessa Viktor Wanda Xenia Yusuf Zora Adele Boris Carmen Dmitri Estelle Farid Greta Henrik "
    "Irene Jamal Kaya Louis Miriam Niklas Olga Pierre Quentin Renata Stefan Tariq Ursula Zoé"
).split()
_FIRST = (
    "Kel Mor Tan Ber Lind Hol Sand Rich West Gar Fal Dor Wein Ros Ham Pet Var Nis Ol Bar".split()
)
_LAST = "ler man aka ger strom berg ers mond ton cia kner ova sen ault ini ez wood ström".split()
FAMILY = tuple(first + last for first in _FIRST for last in _LAST)
ROLES = (
    "Minister of Trade",
    "Foreign Minister",
    "Ambassador to the United Nations",
    "President of the Port Authority",
    "Governor of the Central Bank",
    "Secretary of State",
    "Director of the Institute of Public Health",
    "Mayor",
)
SECTIONS = (
    "Diplomacy", "Trade", "Culture", "Health", "Energy", "Transport", "Education", "Environment",
)  # fmt: skip
TOPICS = (
    "water", "fisheries", "railways", "visas", "wheat", "hospitals", "ports", "vaccines", "tariffs",
    "museums", "schools", "rivers", "gas", "solar power", "refugees", "budgets", "satellites",
    "bridges", "archives", "textiles",
)  # fmt: skip
TITLES = (
    "Talks on {topic} end in {place} with a plan for {year}",
    "{surname} calls for a treaty on {topic}",
    "{place} and its neighbours agree on {topic}",
    "Delegates meet in {place} to discuss {topic}",
    "New rules for {topic} after a week of talks in {place}",
    "{surname} opens a conference on {topic} in {place}",
)
SENTENCES = (
    "{name} met officials of several ministries in {place} and spoke about {topic}.",
    "The two sides agreed to set up a joint committee, which will report before the summer.",
    "{surname} said that the plan for {topic} would cost less than was feared a year ago.",
    "A spokesperson added that the talks had been open, long and useful – and not yet over.",
    "Both governments want to finish the work on {topic} by the end of the year.",
    "“We have listened to each other,” {surname} told reporters, “and that is a beginning.”",
    "About {number} people took part in the meeting, among them experts on {topic}.",
    "The agreement covers {topic} and the training of {number} engineers over five years.",
    "Observers in {place} noted that earlier plans of this kind had failed for want of money.",
    "The text of the agreement will be published in both languages in the coming weeks.",
    "{name} also visited a school in {place} and thanked its teachers for their patience.",
    "Trade between the two countries grew by {number} million in the first half of the year.",
    "It was the third visit within a year, and the first since the change of government.",
    "The delegation left for {place} in the evening and was expected back on Friday.",
    "Critics say that {topic} will need more than a committee; {surname} did not disagree.",
    "A first report on {topic} is to be presented to parliament before the budget is debated.",
)
