"""Who and what is named."""

from __future__ import annotations

from time import process_time

import pytest

from crosscheck.annotate.capitals import words_of
from crosscheck.annotate.names import Entity, EntityType, entities
from crosscheck.read import Article
from crosscheck.segment import sentences

PERSON, BODY, PLACE, OTHER = EntityType.PERSON, EntityType.BODY, EntityType.PLACE, EntityType.OTHER


def cast_of(article: Article) -> tuple[Entity, ...]:
    split = sentences(article)
    return entities(split, words_of(split))


def cast(text: str, headline: str = "Talks go on for another week") -> list[Entity]:
    article = Article.from_text(f"{headline}\n\n{text}\n\nThe rest of the report is here to make a body of it.\n")
    return list(cast_of(article))


def names(text: str, headline: str = "Talks go on for another week") -> dict[str, EntityType]:
    return {entity.name: entity.type for entity in cast(text, headline)}


def entity(text: str, name: str) -> Entity:
    return next(entity for entity in cast(text) if entity.name == name)


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Norwegian Foreign Minister Astrid Haugen flew home.", "Astrid Haugen", ("Norwegian Foreign Minister",)),
        ("The visit was cut short by U.S. Secretary of State Walter Ames.", "Walter Ames", ("U.S. Secretary of State",)),
        ("He met U.N. Secretary General Amara Diallo.", "Amara Diallo", ("U.N. Secretary General",)),
        ("The report by Lt. Col. Henry Voss was read.", "Henry Voss", ("Lt. Col.",)),
        ("The report by General Henry Voss was read.", "Henry Voss", ("General",)),
        ("It was signed by Dr. Mira Sandoval.", "Mira Sandoval", ("Dr.",)),
        ("They heard former deputy finance minister Oskar Lindt.", "Oskar Lindt", ("former deputy finance minister",)),
        ("They heard Harbour Union chairman Piotr Wolski.", "Piotr Wolski", ("Harbour Union chairman",)),
        ("They heard White House press secretary Dana Cole.", "Dana Cole", ("White House press secretary",)),
        ("They heard Calder Chief Executive Ruth Imani.", "Ruth Imani", ("Calder Chief Executive",)),
        ("Substitute Park Ji-woo scored.", "Park Ji-woo", ("Substitute",)),
        ("A goal by defender Sultan Karim settled it.", "Sultan Karim", ("defender",)),
        ("They heard trustee Ms. Mei-Lin Hart.", "Mei-Lin Hart", ("trustee", "Ms.")),
        ("Astrid Haugen, Norway's foreign minister, flew home.", "Astrid Haugen", ("Norway's foreign minister",)),
        ("Jan de Wit, an analyst at Bank Merel, agreed.", "Jan de Wit", ("analyst at Bank Merel",)),
        ("The count was done, said Siti Rahma, head of the National Rescue Agency.", "Siti Rahma", ("head of the National Rescue Agency",)),
        ("The captain, Bayu Santoso, survived.", "Bayu Santoso", ("captain",)),
        ("The president of the teachers' union, Ivan Petrov, disagreed.", "Ivan Petrov", ("president of the teachers' union",)),
        ("Ukraine's president, Danylo Hnatiuk, spoke.", "Danylo Hnatiuk", ("Ukraine's president",)),
    ],
)
def test_titles_beside_a_name(text: str, name: str, titles: tuple[str, ...]) -> None:
    found = entity(text, name)
    assert (found.type, found.titles) == (PERSON, titles)


@pytest.mark.parametrize(
    "text",
    [
        "He accused Anna Berg, speaking to the minister, of theft.",
        "They heard Anna Berg, President Olu Adeyemi and others.",
        "He will coach Anna Berg and her sister.",
        "They heard Anna Berg, accusing the judge of bias.",
    ],
)
def test_no_title_where_none_is(text: str) -> None:
    assert entity(text, "Anna Berg").titles == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship was met by Ludwig van der Rohe and Omar bin Khalid.", {"Ludwig van der Rohe": PERSON, "Omar bin Khalid": PERSON}),
        ("They saw J. R. Weaver and Nasser al-Fahdi.", {"J. R. Weaver": PERSON, "Nasser al-Fahdi": PERSON}),
        ("They saw Peter O'Hara Jr., who waved.", {"Peter O'Hara Jr.": PERSON}),
        ("Britain, Canada and France signed.", {"Britain": PLACE, "Canada": PLACE, "France": PLACE}),
        ("She works for the Department of Foreign Affairs and Trade.", {"Department of Foreign Affairs and Trade": BODY}),
        ("It was closed by the National Search and Rescue Agency.", {"National Search and Rescue Agency": BODY}),
        ("It was closed by the Bank of England.", {"Bank of England": BODY}),
        ("They joined the Farmers' League and the Seafarers’ Alliance.", {"Farmers' League": BODY, "Seafarers’ Alliance": BODY}),
        ("Buyers returned the Nimbo 3, the maker said.", {"Nimbo 3": OTHER}),
        ("Trinidad and Tobago won.", {"Trinidad and Tobago": PLACE}),
        ("The Treasury said nothing of Sweden's Alder Lines.", {"Treasury": BODY, "Sweden": PLACE, "Alder Lines": BODY}),
        ("They left the ferry KM Sinar Laut II at night.", {"KM Sinar Laut II": OTHER}),
        ("Nurhasanah, 34, held on to a plank.", {"Nurhasanah": PERSON}),
        ("He came with his wife Tove.", {"Tove": PERSON}),
        ("The White House said so.", {"White House": BODY}),
        ("The firms met Theresa May in May.", {"Theresa May": PERSON}),
        ("The prize went to Moira Quayle on Friday.", {"Moira Quayle": PERSON}),
        ("The prize went to Nguyen Van Minh on Friday.", {"Nguyen Van Minh": PERSON}),
        ("The prize went to Jean-Luc Favre on Friday.", {"Jean-Luc Favre": PERSON}),
        ("The prize went to 31-year-old Xolo Mbeki-Rance.", {"Xolo Mbeki-Rance": PERSON}),
        ("The prize went to the Martin Foundation and to Lawrence County.", {"Martin Foundation": BODY, "Lawrence County": PLACE}),
        ("Maja said she was well.", {"Maja": PERSON}),
        ("Vantra, a shipping company, sank.", {"Vantra": OTHER}),
    ],
)
def test_names_and_types(text: str, expected: dict[str, EntityType]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Regulators are likely to object. Heavy rain fell on Monday in October.",
        "“Nobody leaves early,” he said. “Talks will go on.”",
        "The Egyptian and Kenyan ministers met the Republicans.",
        "I think the CEO saw it on TV. No. 7 was open.",
        "The Foreign Minister and the Prime Minister left.",
        "It stands on page C. 4 and plan B was dropped.",
        "Moscow-based firms and Kitchener-area schools closed in mid-October.",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    assert names(text) == {}


def test_title_case_headline_yields_only_names_of_the_body() -> None:
    text = "The harbour was sold to Alder Lines on Friday."
    assert names(text, headline="Alder Lines Agrees to Buy Ageing Harbour From City") == {"Alder Lines": BODY}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("President Margaret Wanjala Otieno left. Otieno said so. Mrs Otieno smiled.", ["Margaret Wanjala Otieno", "Otieno", "Otieno"]),
        ("Shares in Alder Lines rose. Later Alder fell.", ["Alder Lines", "Alder"]),
        ("The National Harbour Bureau (NHB) met. The NHB said so.", ["National Harbour Bureau", "NHB", "NHB"]),
        ("The Federal Harbour Service (KSB) met. The KSB said so.", ["Federal Harbour Service", "KSB", "KSB"]),
        ("The Oslo Harbour Service met in Hill (AP). The service said so.", ["Oslo Harbour Service"]),
        ("The United States left. Then the U.S. came back.", ["United States", "U.S."]),
        ("They heard coach Robert Dunn. Bob Dunn waved.", ["Robert Dunn", "Bob Dunn"]),
        ("Park Ji-woo scored. The referee booked Park.", ["Park Ji-woo", "Park"]),
        ("They heard minister Hisham al-Qadri. Qadri said no.", ["Hisham al-Qadri", "Qadri"]),
    ],
)
def test_mentions_of_one_entity(text: str, forms: list[str]) -> None:
    assert [mention.text for mention in cast(text)[0].mentions] == forms


def test_namesakes_stay_apart() -> None:
    found = cast("Senator Paul Hale and his wife, Dora Hale, came. Mr. Hale spoke. Mrs. Hale did not. Mr. Hale left.")
    assert {entity.name: len(entity.mentions) for entity in found} == {"Paul Hale": 3, "Dora Hale": 2}


def test_a_town_is_not_its_institute() -> None:
    assert names("TARNHOF, Belvaria — A poll by the Tarnhof Institute was read in Tarnhof.")["Tarnhof Institute"] is BODY
    assert len(cast("TARNHOF, Belvaria — A poll by the Tarnhof Institute was read in Tarnhof.")) == 3


def test_spans_hold_their_text() -> None:
    article = Article.from_text("Norwegian Foreign Minister Astrid Haugen met Lt. Col. Henry Voss, an analyst at Bank Merel, in the U.S.\n")
    for found in cast_of(article):
        for mention in found.mentions:
            for span in (mention, *mention.titles):
                assert article.text[span.start : span.end] == span.text


@pytest.mark.parametrize("unit", ["Alder ", "Alder of ", "’s Alder ", "Bank of ", "“Alder, ", "van der ", "Minister, ", "al-Alder and "])
def test_time_grows_with_length(unit: str) -> None:
    article = Article.from_text(unit * (50_000 // len(unit)))
    found = sentences(article)
    started = process_time()
    entities(found, words_of(found))
    assert process_time() - started < 5


def test_a_general_is_no_general_company() -> None:
    assert names("They heard General Ann Voss of General Electric Aviation.") == {"Ann Voss": PERSON, "General Electric Aviation": BODY}


def test_dateline_places() -> None:
    assert names("KITCHENER, Ont. — Trustees voted to close two schools.") == {"KITCHENER": PLACE, "Ont.": PLACE}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They heard Gov. Earl Dunmore.", "Earl Dunmore"),
        ("They heard Lieutenant General Ann Voss.", "Ann Voss"),
        ("They heard Dean Holloway, who waved.", "Dean Holloway"),
    ],
)
def test_titles_that_are_given_names(text: str, name: str) -> None:
    assert names(text) == {name: PERSON}


def test_the_agency_of_a_dateline_is_no_place() -> None:
    cast = cast_of(Article.from_text("LAGOS, Nigeria (AP) - Mayor Heather Donaldson resigned on Monday, her office said.\n"))
    assert [entity.name for entity in cast] == ["LAGOS", "Nigeria", "Heather Donaldson"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("John and Mary Smith were found dead.", ["John", "Mary Smith"]),
        ("Husband-and-wife team Tom and Sue Barker won.", ["Tom", "Sue Barker"]),
        ("Brothers Liam and Noel Farraday sang.", ["Liam", "Noel Farraday"]),
        ("Mr. and Mrs. Hollis left.", ["Hollis"]),
        ("Sir Keith Darnley and Lady Darnley left.", ["Keith Darnley", "Darnley"]),
        ("MPs Ann Lee and Bob Marsh voted.", ["Ann Lee", "Bob Marsh"]),
        ("Presidents Ada Obi and George Banda met.", ["Ada Obi", "George Banda"]),
        ("Prime Minister O'Brien met Prof. McAllister and Dr. Van der Merwe.", ["O'Brien", "McAllister", "Van der Merwe"]),
        ("Ludwig van Rooyen Jr. and Henry Farr III left.", ["Ludwig van Rooyen Jr.", "Henry Farr III"]),
        ("Gabriel Garcia Moreno and Pedro de la Cruz spoke.", ["Gabriel Garcia Moreno", "Pedro de la Cruz"]),
        ("They saw Osama bin Rashid and Hamad bin Khalifa Al Farouk on the quay.", ["Osama bin Rashid", "Hamad bin Khalifa Al Farouk"]),
        ("They saw Karim al-Hashemi and Nur ul-Haq.", ["Karim al-Hashemi", "Nur ul-Haq"]),
        ("They saw Kim Yong Nam, Mao Xinyu and Tran Dai Son.", ["Kim Yong Nam", "Mao Xinyu", "Tran Dai Son"]),
        ("He came with his mother, Zhang Min.", ["Zhang Min"]),
        ("J.K. Harmon and J. R. R. Tolman wrote it.", ["J.K. Harmon", "J. R. R. Tolman"]),
        ("The Rev. Al Waters and the Very Rev. Jane Hollis prayed.", ["Al Waters", "Jane Hollis"]),
        ("Pope Leo met Queen Mary and King Felipe.", ["Leo", "Mary", "Felipe"]),
        ("Gen. Sir Patrick Dunmore and Capt. Tom Moorcroft marched.", ["Patrick Dunmore", "Tom Moorcroft"]),
        ("Archbishop of York John Tandridge spoke.", ["John Tandridge"]),
        ("Chancellor of the Exchequer Rachel Dean resigned.", ["Rachel Dean"]),
        ("Detective Chief Inspector Sue Rance was tired.", ["Sue Rance"]),
        ("CEO Tim Crane, CFO Ann Bow and COO Raj Patel quit.", ["Tim Crane", "Ann Bow", "Raj Patel"]),
        ("President-elect Luiz Prado met Vice President-elect Ana Sousa.", ["Luiz Prado", "Ana Sousa"]),
        ("Then-President Tom Hale met ex-president Ann Roe.", ["Tom Hale", "Ann Roe"]),
        ("Actor-director Ben Rowe wed singer Joni Hale.", ["Ben Rowe", "Joni Hale"]),
        ("Ms Lee-Potter, Mr D'Souza and Mrs O’Neill came.", ["Lee-Potter", "D'Souza", "O’Neill"]),
        ("Attorney General Merrick Dunmore's office closed.", ["Merrick Dunmore"]),
        ("She married the late Sen. Robert Hale.", ["Robert Hale"]),
        ("Pfizer's Albert Bourke and Moderna's Stephane Bonnel met in an old mill on Monday.", ["Albert Bourke", "Stephane Bonnel"]),
        ("The prize went to José Ángel Quirós and Ana de Armas-Ruiz.", ["José Ángel Quirós", "Ana de Armas-Ruiz"]),
        ("He quoted Siobhan Ní Bhriain and Zoë Müller-Lüdenscheid.", ["Siobhan Ní Bhriain", "Zoë Müller-Lüdenscheid"]),
        ("They saw Joni Street, a runner, in Martin Street.", ["Joni Street"]),
        ("The vote was won by Joy Rennard on Monday. Rennard had beaten Paris Saint-Lambert.", ["Joy Rennard"]),
        ("The museum hung Ana Castle's picture in Victoria Tower. Castle said she wept.", ["Ana Castle"]),
    ],
)
def test_people_by_messy_names(text: str, people: list[str]) -> None:
    assert [name for name, kind in names(text).items() if kind is PERSON] == people


def test_a_president_is_not_the_town_called_after_him() -> None:
    found = cast("They saw a portrait of President Washington, which a deputy had brought to Washington on Monday.")
    assert [(one.name, one.type, one.titles) for one in found] == [("Washington", PERSON, ("President",)), ("Washington", PLACE, ())]


@pytest.mark.parametrize(
    "text",
    [
        "The Martin Foundation met at Albert Bridge near Charlotte.",
        "Hurricane Katrina hit. The Katrina victims sued.",
        "Lake Region Referral Hospital closed.",
        "They went to Lawrence County, Victoria Park and the Rose Garden.",
        "The Carolina Otters beat the U.N. Women in N. Korea, Al Minara TV said.",
        "The Alder Council on Rural Relations met. Relations were good.",
        "Shares in Eli Mills Inc. and the Thomas Group fell.",
        "The Maria Teresa University and St. Mary Hospital merged.",
        "Heavy rain fell. Regulators objected. Campaigners wept.",
    ],
)
def test_names_that_are_no_peoples(text: str) -> None:
    assert [name for name, kind in names(text).items() if kind is PERSON] == []


@pytest.mark.parametrize(
    "text",
    [
        "He met Ann Lee, a spokesman said.",
        "In a report by Ann Lee, the minister had denied it.",
        "They asked Ann Lee, the mayor told reporters.",
    ],
)
def test_who_speaks_behind_a_name_is_another(text: str) -> None:
    assert entity(text, "Ann Lee").titles == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Former US president Jimmy Doyle died.", "Former US president"),
        ("They heard former England captain Ann Doyle.", "former England captain"),
        ("They heard then-mayor Ann Doyle.", "then-mayor"),
    ],
)
def test_the_step_before_the_owner_belongs_to_the_title(text: str, title: str) -> None:
    assert [found.titles for found in cast(text) if found.name.endswith("Doyle")] == [(title,)]


@pytest.mark.parametrize("name", ["Tim Cook", "Edith Head", "Rob Taylor", "Christian Voss", "Roman Halder", "Grant Oduya", "Bill Gates", "Frank Bishop"])
@pytest.mark.parametrize("frame", ["{} said so.", "The talks ended when {} left.", "They heard chief executive {} on Monday."])
def test_names_made_of_words_that_mean_something_else(name: str, frame: str) -> None:
    assert name in names(f"The rain went on. {frame.format(name)}")


def test_an_adjective_before_a_name_is_not_part_of_it() -> None:
    assert "Brazilian Camargo" not in names("They heard the Brazilian Wesley Camargo and Christian leaders in Rome.")
    assert "Christian" not in names("They heard the Brazilian Wesley Camargo and Christian leaders in Rome.")


def test_a_small_letter_of_any_alphabet_is_no_capital() -> None:
    assert names("They heard the řeka and Čapek Voss, who left.") == {"Čapek Voss": PERSON}
