"""Who is meant without a name."""

from __future__ import annotations

import pytest

from crosscheck import Article, annotate


def described(text: str) -> list[tuple[str, str]]:
    document = annotate(Article.from_text(f"Talks go on for another week\n\n{text}\n"))
    return [(span.text, entity.name) for span, entity in document.appearances if span in entity.described]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Olga Ferrer flew home. The minister gave no reason.", [("The minister", "Olga Ferrer")]),
        ("Olga Ferrer, the foreign minister, flew home. The foreign minister gave no reason.", [("The foreign minister", "Olga Ferrer")]),
        ("Gov. Tom Beale resigned. The two-term governor gave no reason.", [("The two-term governor", "Tom Beale")]),
        ("Brazilian striker Caio Brandao scored twice. The striker left the pitch in tears.", [("The striker", "Caio Brandao")]),
        ("Tove Aas, 54, was found on Friday. The 54-year-old had been missing for a week.", [("The 54-year-old", "Tove Aas")]),
        ("Police charged 31-year-old Dirk Maas. A court freed the 31-year-old man on bail.", [("the 31-year-old man", "Dirk Maas")]),
        ("Chairman Ivo Petkov stepped down. The chair will be paid until May.", [("The chair", "Ivo Petkov")]),
        ("Sen. Mary Holt voted no. Aides to the lawmaker were surprised.", [("the lawmaker", "Mary Holt")]),
        ("Alder Lines fell. Its chief executive, Ann Roe, wept. “We sank,” the chief executive said.", [("the chief executive", "Ann Roe")]),
        ("Ann Roe, Alder's chief executive, wept. Alder's chief executive then left.", [("Alder's chief executive", "Ann Roe")]),
        ("French President Luc Morel won. France's president thanked voters.", [("France's president", "Luc Morel")]),
        ("Shares in Bank Merel fell. The bank said it was sound.", [("The bank", "Bank Merel")]),
        ("Vantra, a shipping company, sank. The company's shares were suspended.", [("The company", "Vantra")]),
        ("Shares of drugmaker Vantra fell. The embattled company gave no reason.", [("The embattled company", "Vantra")]),
        ("The ferry Sinar Laut sank on Monday. The vessel was overloaded.", [("The vessel", "Sinar Laut")]),
        ("The Ministry of Health closed the market. The ministry gave no reason.", [("The ministry", "Ministry of Health")]),
        (
            "Alder Inc. said its chief executive, Ann Roe, had left. The company said the executive was ill.",
            [("The company", "Alder Inc."), ("the executive", "Ann Roe")],
        ),
    ],
)
def test_descriptions_of_one_who_was_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert described(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister flew home. Foreign Minister Olga Ferrer gave no reason.",
        "Foreign Minister Olga Ferrer met Finance Minister Ravi Anand. The minister flew home.",
        "Foreign Minister Olga Ferrer flew home. The finance minister stayed.",
        "Foreign Minister Olga Ferrer flew home. The former minister stayed.",
        "Foreign Minister Olga Ferrer flew home. The prime minister stayed.",
        "Foreign Minister Olga Ferrer flew home. The Danish minister stayed.",
        "Foreign Minister Olga Ferrer flew home. A minister of another party stayed, and the minister was glad.",
        "Foreign Minister Olga Ferrer flew home. The minister who had signed the treaty stayed.",
        "Foreign Minister Olga Ferrer flew home. The minister of health stayed.",
        "Foreign Minister Olga Ferrer flew home. Her minister stayed. The ministers met.",
        "Mayor Ann Roe spoke. The mayor of Porto did not. The deputy mayor left.",
        "Mayor Ann Roe spoke. The union's president did not, and the new mayor left.",
        "Chairman Ivo Petkov stepped down. The chairwoman stayed.",
        "Tove Aas, 54, was found on Friday. The 45-year-old left.",
        "Tove Aas and Dirk Maas, both 54, met. The 54-year-old left.",
        "Bank Merel and Bank Oost fell. The bank said it was sound.",
        "Bank Merel fell. The bank account was empty. The banks were shut.",
        "Bank Merel fell. Then Vantra fell. The bank said it was sound.",
        "Bank Merel fell. A rival bank rose. The bank said it was sound.",
        "Shares rose at Vantra, a bank said. Then the bank failed.",
        "They sold Vantra, a bank and two funds. Then the bank failed.",
        "Alder Lines met Kestrel. The Swedish company said no.",
        "The club's chairman, Ivo Petkov, spoke. He was shot in the head.",
    ],
)
def test_descriptions_that_may_be_of_another(text: str) -> None:
    assert described(text) == []


def test_a_description_beside_the_name_is_a_title() -> None:
    assert described("Ivo Petkov met Ann Roe, the mayor of Porto. Later the captain, Dirk Maas, and Tove Aas, the coach of the team, left.") == []


def test_the_speaker_is_who_is_described() -> None:
    text = "Foreign Minister Olga Ferrer flew home. The treaty is dead, the minister said."
    document = annotate(Article.from_text(f"Talks go on for another week\n\n{text}\n"))
    assert [document.entities[one.speaker].name for one in document.attributions if one.speaker is not None] == ["Olga Ferrer"]
    assert document.to_dict()["entities"][0]["mentions"][1]["text"] == "the minister"


def test_descriptions_hold_their_text() -> None:
    text = "Talks go on\n\nVantra, a shipping\ncompany, sank. The\ncompany's chief executive, Ann Roe, said the\ncompany was dead.\n"
    document = annotate(Article.from_text(text))
    found = [span for entity in document.entities for span in entity.described]
    assert found
    assert all(text[span.start : span.end] == span.text for span in found)
