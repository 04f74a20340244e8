"""Names that are one but for the house that prints them."""

from __future__ import annotations

import pickle

import pytest

from crosscheck import Article, Settings, compare
from crosscheck.aliases import house_name, house_words, one_name

HOUSE = (
    ("Ana Ruzicka", ("Anna Ruzhichka", "Rujitchka")),
    ("Vostrova", ("Wostrowa",)),
    ("Union of Harbour Pilots", ("UHP",)),
    ("Republic of Lorn", ("Lornland",)),
    ("Isis", ("Daesh",)),
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ana Ruzicka", "Anna Ruzhichka"),
        ("Ana Ruzhichka", "Anna Ruzicka"),
        ("Rujitchka", "Ana Ruzicka"),
        ("Rujitchka", "Ruzhichka"),
        ("ANA RUŽIČKA", "Ana Rujitchka"),
        ("Vostrova", "Wostrowa"),
        ("Wostrowa Opera", "the Vostrova opera"),
        ("UHP", "Union of Harbour Pilots"),
        ("Lornland", "Republic of Lorn"),
        # the well-known ones
        ("Kyiv", "Kiev"),
        ("Zelenskyy", "Volodymyr Zelenskiy"),
        ("Moammar Gadhafi", "Muammar el-Qaddafi"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Binyamin Netanyahu", "Benjamin Netanyahu"),
        ("al-Qaeda", "Al Qaida"),
        # the house's own name goes before them, and their other variants go with it
        ("Daesh", "Islamic State"),
        ("Daesh", "ISIL"),
    ],
)
def test_two_names_are_one(a: str, b: str) -> None:
    assert one_name(a, b, HOUSE)
    assert one_name(b, a, HOUSE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vostrova", "Lorn"),
        ("Maria Rujitchka", "Ana Ruzicka"),  # a namesake
        ("Anna Lind", "Ana Lind"),  # first names are spellings of one only with the surname
        ("UHP Radio", "Union of Harbour Pilots"),
        ("Daesh Ramos", "Islamic State"),
        ("Vladimir Putin", "Volodymyr Putin"),
        ("Olena Zelenskyy", "Volodymyr Zelensky"),
        ("Dominican Republic", "Czechia"),
        ("Republic", "Czechia"),
        ("Gold Coast", "Cote d'Ivoire"),
        ("", "Vostrova"),
        ("", ""),
    ],
)
def test_two_names_are_not_one(a: str, b: str) -> None:
    assert not one_name(a, b, HOUSE)
    assert not one_name(b, a, HOUSE)


@pytest.mark.parametrize(
    ("name", "house"),
    [("Wostrowa Opera", "vostrova opera"), ("Vostrova", "vostrova"), ("Rujitchka", "ruzicka"), ("Daesh", "isis"), ("Lind", ""), ("Al-Jazeera", ""), ("", "")],
)
def test_the_house_name(name: str, house: str) -> None:
    assert house_name(name, HOUSE) == house


def test_two_names_that_are_one_end_in_one_house_word() -> None:
    assert house_words("Olena Kiev", HOUSE)[-1] == house_words("Kyiv", HOUSE)[-1]


def test_a_long_name_is_read_in_linear_time() -> None:
    assert one_name("Kiev " * 20_000, "Kyiv " * 20_000)


# In a comparison


def findings(a: str, b: str, settings: Settings | None = None) -> list[tuple[str, str, str]]:
    report = compare(Article.from_text(a, "a"), Article.from_text(b, "b"), settings)
    return [(finding.code, str(finding.severity), finding.message) for finding in report.findings if finding.code != "ADD001"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "President Volodymyr Zelenskyy arrived in Oslo on Monday for talks on the grain corridor.",
            "President Vladimir Zelensky arrived in Oslo on Monday for talks on the grain corridor.",
            [("NAM001", "note", '"Volodymyr Zelenskyy" in A, "Vladimir Zelensky" in B: house style')],
        ),
        (
            "Eleven dock workers were hurt in Odesa on Monday when a crane fell, the port said.",
            "Eleven dock workers were hurt in Odessa on Monday when a crane fell, the port said.",
            [("NAM004", "note", '"Odesa" in A, "Odessa" in B')],
        ),
        (
            "The grain ship left on Monday, Colonel Moammar Gadhafi said.",
            "The grain ship left on Monday, Colonel Muammar Qaddafi said.",
            [("NAM001", "note", '"Moammar Gadhafi" in A, "Muammar Qaddafi" in B: house style')],
        ),
        (
            "The road to the airport is closed, Hezbollah said on Monday.",
            "The road to the airport is closed, Hizbullah said on Monday.",
            [("NAM004", "note", '"Hezbollah" in A, "Hizbullah" in B')],
        ),
    ],
)
def test_well_known_variants_are_at_most_a_note(a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    assert findings(a, b) == expected


WIRE = "The orchestra will not go on tour this year, conductor Anna Ruzhichka said in Wostrowa on Monday."
OURS = "The orchestra will not go on tour this year, conductor Ana Ruzicka said in Vostrova on Monday."


def test_aliases_make_a_warning_a_note() -> None:
    assert {severity for _, severity, _ in findings(WIRE, OURS)} == {"warning"}
    assert {severity for _, severity, _ in findings(WIRE, OURS, Settings(aliases=HOUSE))} == {"note"}


def test_aliases_align_what_they_make_one() -> None:
    a, b = Article.from_text("Wostrowa is quiet."), Article.from_text("Vostrova sleeps.")
    plain, house = (compare(a, b, Settings(min_similarity=0.0, aliases=aliases)) for aliases in ((), HOUSE))
    assert sum(edge.score for edge in house.alignments) > sum(edge.score for edge in plain.alignments)


def test_settings_with_aliases_are_whole_values() -> None:
    settings = Settings(aliases=HOUSE)
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301 - our own
    assert len({settings, Settings(aliases=HOUSE)}) == 1
    report = compare(Article.from_text(WIRE), Article.from_text(OURS), settings)
    assert report.to_dict()["settings"]["aliases"]["Vostrova"] == ["Wostrowa"]
