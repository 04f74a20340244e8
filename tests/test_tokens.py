"""Words, numbers, marks, and the stems under which they match."""

from __future__ import annotations

from time import process_time

import pytest
from nltk.stem.porter import PorterStemmer

from crosscheck.lexicon import table, words
from crosscheck.tokens import ByStem, dictionary_form, stem, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sheikh al-Qasabi's men don't mind.", ["Sheikh", "al-Qasabi", "'s", "men", "don't", "mind", "."]),
        ("O’Neill’s three-quarters", ["O’Neill", "’s", "three-quarters"]),
        ("the players' union", ["the", "players", "'", "union"]),
        ("a 150,000-plus crowd", ["a", "150,000", "-", "plus", "crowd"]),
        ("the 61-year-old won 8-3, 7–6", ["the", "61", "-", "year-old", "won", "8-3", ",", "7–6"]),
        ("$8.4bn or US$3m, up 5.5%", ["$", "8.4", "bn", "or", "US$", "3", "m", ",", "up", "5.5", "%"]),
        ("at 12:30 p.m. or 10.30am", ["at", "12:30", "p.m.", "or", "10.30", "am"]),
        ("the 12th in the 1990s on 5G", ["the", "12th", "in", "the", "1990s", "on", "5G"]),
        ("17,000ft and 68mph", ["17,000", "ft", "and", "68", "mph"]),
        ("Gov. Lee of the U.S. Senate", ["Gov.", "Lee", "of", "the", "U.S.", "Senate"]),
        ("No. 7 said no.", ["No.", "7", "said", "no", "."]),
        ("of Peoria, Ill., fell ill.", ["of", "Peoria", ",", "Ill.", ",", "fell", "ill", "."]),
        ("They said, no.", ["They", "said", ",", "no", "."]),
        ("J.K. Ames -- and F-16s — left...", ["J.K.", "Ames", "--", "and", "F-16s", "—", "left", "..."]),
        ("“We won!” she said", ["“", "We", "won", "!", "”", "she", "said"]),
        ("AT&T and COVID-19", ["AT&T", "and", "COVID-19"]),
        ("Lee et al. met et cetera, Ed", ["Lee", "et al.", "met", "et", "cetera", ",", "Ed"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    found = tokens(text, 0, len(text))
    assert [token.text for token in found] == expected
    assert all(text[token.start : token.end] == token.text for token in found)


def test_tokens_of_a_part_keep_their_place_in_the_text() -> None:
    text = "Rome. Gov. Lee left."
    assert [(token.start, token.text) for token in tokens(text, 6, 14)] == [(6, "Gov."), (11, "Lee")]


@pytest.mark.parametrize(
    "alike",
    [
        "say says said saying Said",
        "rise rises rose risen rising",
        "hold held holding",
        "man men",
        "child children",
        "person people",
        "crisis crises",
        "die died dies dying",
        "organise organized organisation organizations organising",
        "analyse analyzed",
        "colour colors coloured",
        "neighbour neighbors",
        "centre centers centred",
        "defence defense",
        "practise practice practicing",
        "travelled traveled travelling",
        "fuelled fueled",
        "programme programs",
        "dialogue dialog",
        "sceptical skeptical",
        "grey gray",
        "Gov. Gov governor",
        "Sen. senators",
        "Feb. February",
        "Ill. Illinois",
        "U.S. US",
        "p.m. pm",
        "café cafe",
        "Łódź lodz",
        "cease-fire ceasefire",
        "don't don’t",
        "'s ’s",
        "150,000 150000",
        "8-3 8–3",
    ],
)
def test_stems_agree(alike: str) -> None:
    first, *others = map(stem, alike.split())
    assert others == [first] * len(others)


@pytest.mark.parametrize(
    "unlike", ["us US", "four for", "hour or", "police policy", "organ organize", "won't want", "4.3 43", "president resident", "tour tor"]
)
def test_stems_differ(unlike: str) -> None:
    first, second = map(stem, unlike.split())
    assert first != second


@pytest.mark.parametrize(("mark", "expected"), [("“", '"'), ("’", "'"), ("—", "--"), ("–", "-"), ("…", "..."), (",", ",")])
def test_marks_are_their_own_stems(mark: str, expected: str) -> None:
    assert stem(mark) == expected


def test_what_porter_leaves_as_it_is_needs_no_look() -> None:
    listed = {*words("common_words"), *words("given_names"), *words("cities"), *table("verbs"), *table("irregular")}
    forms = {dictionary_form(word) for word in listed}
    assert [form for form in forms if form[:1].isalpha() and stem(form) != PorterStemmer().stem(dictionary_form(form))] == []


@pytest.mark.parametrize("unit", ['"', ",", "A ", "A. ", "a'", "1,", "a-", "U.S. ", "'s", "A&", "."])
def test_long_lines_take_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begun = process_time()
    tokens(text, 0, len(text))
    assert process_time() - begun < 2


@pytest.mark.parametrize("name", ["thesaurus", "antonyms", "contraries", "exclusive_words"])
def test_every_listed_word_is_found_by_its_stem(name: str) -> None:
    listed = {word for key, others in table(name).items() for word in (key, *others)} | words("everyday_words") | words("geo_nouns")
    by_stem = ByStem((word, word) for word in listed)
    assert [word for word in sorted(listed) if word not in by_stem[stem(word)]] == []


def test_what_is_listed_by_stem_keeps_its_order() -> None:
    by_stem = ByStem([("using", 3), ("used", 1), ("useless", 4), ("user", 5), ("use", 2)])
    assert (by_stem["use"], by_stem["dye"]) == ((3, 1, 2), ())
