"""Attributions: source, cue, content, kind of source, stance."""

from __future__ import annotations

import time

import pytest

from crosscheck.annotate.attributions import Attribution, ContentKind, SourceKind, Stance, attributions
from crosscheck.annotate.capitals import words_of
from crosscheck.annotate.descriptions import with_descriptions
from crosscheck.annotate.grammar import tagged, tagged_sentences, verb_forms
from crosscheck.annotate.names import entities
from crosscheck.annotate.quotes import quotes
from crosscheck.annotate.statements import found_in
from crosscheck.lexicon import table
from crosscheck.read import Article
from crosscheck.segment import sentences
from crosscheck.tokens import tokens

LEAD = "The harbour reopened on Friday.\n\n"


def found(text: str) -> tuple[Attribution, ...]:
    article = Article.from_text(LEAD + text)
    split = sentences(article)
    credited = attributions(split, quotes(article, split), entities(split, words_of(split)), tagged_sentences(split))
    assert all(article.text[span.start : span.end] == span.text for one in credited for part in (one.source, one.cue, one.content) for span in part)
    return credited


def shown(one: Attribution) -> tuple[str, str, str]:
    return tuple(" | ".join(span.text for span in part) for part in (one.source, one.cue, one.content))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Reed said the pier was safe.", ("Ann Reed", "said", "the pier was safe")),
        ("Ann Reed said on Monday that the pier was safe.", ("Ann Reed", "said", "that the pier was safe")),
        ("The pier is safe, housing director Ann Reed said.", ("housing director Ann Reed", "said", "The pier is safe")),
        ("The claim that the pier was rotten was dismissed.", ("", "claim", "that the pier was rotten")),
        ("Ann Reed has said the pier is safe.", ("Ann Reed", "has said", "the pier is safe")),
        ("The pier is safe, Ann Reed said.", ("Ann Reed", "said", "The pier is safe")),
        ("The pier is safe, said Ann Reed, the mayor.", ("Ann Reed, the mayor", "said", "The pier is safe")),
        ("The pier, Ann Reed told AFP, is safe.", ("Ann Reed", "told", "The pier | is safe")),
        ("Ann Reed, 54, the mayor of Lowport, said the pier was safe.", ("Ann Reed, 54, the mayor of Lowport", "said", "the pier was safe")),
        ("Ann Reed, however, said the pier was safe.", ("Ann Reed", "said", "the pier was safe")),
        ("According to police, the pier is safe.", ("police", "According to", "the pier is safe")),
        ("The pier is safe, according to a report by the council.", ("a report by the council", "according to", "The pier is safe")),
        ("Reed's office said in a statement that the pier was safe.", ("Reed's office", "said", "that the pier was safe")),
        ("Ann Reed told reporters in Lowport that the pier was safe.", ("Ann Reed", "told", "that the pier was safe")),
        ("As per the Lowport Trust, the pier is safe.", ("the Lowport Trust", "As per", "the pier is safe")),
        ("Lowport Trust, the charity that owns it, said the pier was safe.", ("Lowport Trust, the charity that owns it", "said", "the pier was safe")),
        (
            "A diver who knows the pier, and who asked us not to use her name, said it was safe.",
            ("A diver who knows the pier, and who asked us not to use her name", "said", "it was safe"),
        ),
        ("Planned repairs could add 40 days, Ann Reed said.", ("Ann Reed", "said", "Planned repairs could add 40 days")),
        ("Reed denied having closed the pier.", ("Reed", "denied", "having closed the pier")),
        ("Lowport Trust, which expects no delay, asked visitors to wait.", ("which", "expects", "no delay")),
        ("Officials believe the pier is safe.", ("Officials", "believe", "the pier is safe")),
        ("Reed denied that the pier was closed.", ("Reed", "denied", "that the pier was closed")),
        ("Reed later denied that the pier was closed.", ("Reed", "denied", "that the pier was closed")),
        ("Reed was quoted as saying the pier was safe.", ("Reed", "was quoted as saying", "the pier was safe")),
        ("Two men are believed to have drowned.", ("", "are believed", "Two men | to have drowned")),
        ("It was reported that the pier was safe.", ("", "was reported", "that the pier was safe")),
        ("People briefed on the plan said it was dead.", ("People briefed on the plan", "said", "it was dead")),
        ("A report dated April 30 warned that the pier could fall.", ("A report dated April 30", "warned", "that the pier could fall")),
        ("A dock worker, who asked not to be named, said the pier was unsafe.", ("A dock worker, who asked not to be named", "said", "the pier was unsafe")),
        ('"The pier is safe," Ann Reed said. "We checked it."', ("Ann Reed", "said", '"The pier is safe," | We checked it.')),
        ("The pier is unsafe, a 16-year-old boy said.", ("a 16-year-old boy", "said", "The pier is unsafe")),
        ("A man who survived said the pier was unsafe.", ("A man who survived", "said", "the pier was unsafe")),
        ("The pier is safe, two men who asked not to be named said.", ("two men who asked not to be named", "said", "The pier is safe")),
        ("Ann Reed, 34, a nurse who lives here, said it was safe.", ("Ann Reed, 34, a nurse who lives here", "said", "it was safe")),
        ("The pier is safe, the prison guards' union said.", ("the prison guards' union", "said", "The pier is safe")),
        ("Reed said it was safe, while Bo Kim, the owner, said it was shut.", ("Reed", "said", "it was safe")),
        ("Reed said it was safe, while Bo Kim, the owner, said it was shut.", ("Bo Kim, the owner", "said", "it was shut")),
        ("Reed said it was safe, and the pier, Bo Kim said, was shut.", ("Reed", "said", "it was safe, and the pier")),
        ("Ann Reed, for the owners, said they would appeal.", ("Ann Reed, for the owners", "said", "they would appeal")),
        (
            "The owner, Harl Homes, paid two million for it, said a person with knowledge of the sale.",
            ("a person with knowledge of the sale", "said", "The owner, Harl Homes, paid two million for it"),
        ),
        (
            "The gate was open, said someone close to the inquiry who is not allowed to talk.",
            ("someone close to the inquiry who is not allowed to talk", "said", "The gate was open"),
        ),
        ("That was because the pump was off, Ann Reed said.", ("Ann Reed", "said", "That was because the pump was off")),
        ("The pier failed two checks, the board said in a 30-page ruling.", ("the board", "said", "The pier failed two checks")),
        (
            '"It went dark," Mona Hale, a nurse who had come with her sons, said from her bed.',
            ("Mona Hale, a nurse who had come with her sons", "said", '"It went dark,"'),
        ),
        ("The train left an hour late, those on board said.", ("those on board", "said", "The train left an hour late")),
        ("The pier cost 3 million crowns, official figures show.", ("official figures", "show", "The pier cost 3 million crowns")),
        (
            "The crew had help, a person close to the inquiry said, requesting anonymity because he may not speak.",
            ("a person close to the inquiry", "said", "The crew had help"),
        ),
        ("The board cut its forecast in March and said that fees would rise.", ("The board", "said", "that fees would rise")),
        ("A letter sent to the owners said that the pier was unsafe.", ("A letter sent to the owners", "said", "that the pier was unsafe")),
        ("The pier was unsafe, according to a report read to the court.", ("a report", "according to", "The pier was unsafe")),
        ("The board shut the pier, citing police.", ("police", "citing", "The board shut the pier")),
        ("Insurers have put the damage at more than $3 million.", ("Insurers", "have put", "the damage at more than $3 million")),
        ("The insurers put the damage at $3 million, the owners at $5 million.", ("the owners", "at", "$5 million")),
        ("Despite Mr. Reed's promise that the pier would open, Ms. Kim said it was shut.", ("Mr. Reed", "promise", "that the pier would open")),
        ("Selling the pier, Ann Reed said, would cost jobs.", ("Ann Reed", "said", "Selling the pier | would cost jobs")),
        (
            "A nurse, speaking on condition of anonymity because she feared dismissal, said the pier was shut.",
            ("A nurse, speaking on condition of anonymity because she feared dismissal", "said", "the pier was shut"),
        ),
        (
            "Two nurses, granted anonymity because they feared for their jobs, said the pier was shut.",
            ("Two nurses, granted anonymity because they feared for their jobs", "said", "the pier was shut"),
        ),
        ("Two aides who spoke on condition of anonymity said it shook.", ("Two aides who spoke on condition of anonymity", "said", "it shook")),
        (
            "A person briefed on the talks, who declined to be identified, said the owners would sell the pier.",
            ("A person briefed on the talks, who declined to be identified", "said", "the owners would sell the pier"),
        ),
        ("A woman who lives near the pier said it shook.", ("A woman who lives near the pier", "said", "it shook")),
        ("Police said at least a dozen boats were lost.", ("Police", "said", "at least a dozen boats were lost")),
        ("Police said about 200 people had fled.", ("Police", "said", "about 200 people had fled")),
        ("Police said up to half of the boats were lost.", ("Police", "said", "up to half of the boats were lost")),
        ("Police said on Monday that the pier was shut.", ("Police", "said", "that the pier was shut")),
        (
            "Ann Reed, whose 10-year-old son Ben was on the pier, said it shook.",
            ("Ann Reed, whose 10-year-old son Ben was on the pier", "said", "it shook"),
        ),
        (
            "A clerk, who declined to be named because the talks go on, said at least two boats were sold.",
            ("A clerk, who declined to be named because the talks go on", "said", "at least two boats were sold"),
        ),
        ("Nobody disputes the claim by Reed that the pier is safe.", ("Reed", "claim", "that the pier is safe")),
    ],
)
def test_parts(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [shown(one) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The pier is safe, said Ann Reed, adding that it was checked.", [("Ann Reed", "said"), ("Ann Reed", "adding")], id="participle"),
        pytest.param("Reed said the pier was safe and warned that storms would come.", [("Reed", "said"), ("Reed", "warned")], id="second verb"),
        pytest.param(
            "Several outlets reported that officials believe the pier is unsafe.", [("Several outlets", "reported"), ("officials", "believe")], id="chained"
        ),
        pytest.param("Ray Voss, the 24-year-old suspected gunman, died.", [], id="a participle that describes"),
        pytest.param("The board rejected claims that the pier was unsafe.", [("The board", "rejected"), ("", "claims")], id="a noun after a verb"),
        pytest.param("The crew boarded the ship at dawn.", [], id="nothing said"),
        pytest.param("The weekly report calls for help.", [], id="a noun that looks like a verb"),
        pytest.param("The board cut its forecast, citing weak trade and high costs.", [], id="a reason is no source"),
        pytest.param("He put the children at risk in 2019.", [], id="no amount"),
        pytest.param("The old pier is showing its age: after ten years, its planks have come loose.", [], id="shown to the eye"),
        pytest.param("They show kings and gods, and the rarest is one of five known.", [], id="pictures"),
    ],
)
def test_all(text: str, expected: list[tuple[str, str]]) -> None:
    assert [shown(one)[:2] for one in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Reed said the pier was safe.", SourceKind.NAMED),
        ("A spokesman for the mayor, Paul Dean, said the pier was safe.", SourceKind.NAMED),
        ("The transport ministry said the pier was safe.", SourceKind.OFFICE),
        ("Police said the pier was safe.", SourceKind.OFFICE),
        ("Ann Reed's office said the pier was safe.", SourceKind.OFFICE),
        ("A spokeswoman for the company said the pier was safe.", SourceKind.OFFICE),
        ("A court document said the pier was safe.", SourceKind.DOCUMENT),
        ("Preliminary results showed that the pier was safe.", SourceKind.DOCUMENT),
        ("Local media reported that the pier was safe.", SourceKind.OUTLET),
        ("Two newspapers said the pier was safe.", SourceKind.OUTLET),
        ("Officials said the pier was safe.", SourceKind.UNNAMED),
        ("Two people familiar with the plan said the pier was safe.", SourceKind.UNNAMED),
        ("A harbour official who asked not to be named said the pier was safe.", SourceKind.UNNAMED),
        ("Residents said the pier was safe.", SourceKind.UNNAMED),
        ("Inhabitants of Port Reed said the pier was safe.", SourceKind.UNNAMED),
        ("Dwellers by the pier said it was safe.", SourceKind.UNNAMED),
        ("The pier is said to be safe.", SourceKind.NONE),
    ],
)
def test_source_kind(text: str, kind: SourceKind) -> None:
    assert [one.source_kind for one in found(text)] == [kind]


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", Stance.NEUTRAL),
        ("claimed", Stance.DOUBTING),
        ("admitted", Stance.CONCEDING),
        ("insisted", Stance.ASSERTING),
        ("denied", Stance.DENYING),
    ],
)
def test_stance(cue: str, stance: Stance) -> None:
    assert [one.stance for one in found(f"Ann Reed {cue} that the pier was closed.")] == [stance]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said two men had died.", ContentKind.CLAUSE),
        ("Police confirmed the deaths of two men.", ContentKind.PHRASE),
        ("Police praised the divers.", ContentKind.ATTITUDE),
        ("Ann Reed vowed to rebuild the pier.", ContentKind.ATTITUDE),
    ],
)
def test_content_kind(text: str, kind: ContentKind) -> None:
    assert [one.content_kind for one in found(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Reed opened the pier. She said it was safe.",
        "Mayor Ann Reed opened the pier. The mayor said it was safe.",
        "The pier was opened by Ann Reed, who said it was safe.",
        '"The pier is open," said Ann Reed. She added that it was safe.',
    ],
)
def test_speaker_is_resolved(text: str) -> None:
    article = Article.from_text(LEAD + text)
    split = sentences(article)
    cast = with_descriptions(split, entities(split, words_of(split)), article.text, tagged_sentences(split))
    reed = next(entity.id for entity in cast if "Reed" in entity.name)
    assert attributions(split, quotes(article, split), cast, tagged_sentences(split))[-1].speaker == reed


def test_without_a_cast_names_are_still_named() -> None:
    article = Article.from_text(LEAD + "Ann Reed said the pier was safe.")
    split = sentences(article)
    assert [one.source_kind for one in attributions(split, (), (), tagged_sentences(split))] == [SourceKind.NAMED]


def test_headline_colon() -> None:
    article = Article.from_text("Reed: Pier will reopen by summer\n\nThe pier will reopen by summer.")
    split = sentences(article)
    assert [shown(one) for one in attributions(split, (), entities(split, words_of(split)), tagged_sentences(split))] == [
        ("Reed", ":", "Pier will reopen by summer")
    ]


def test_every_cue_verb_has_forms_and_a_stance() -> None:
    for key, (stance, *frames) in table("cue_verbs").items():
        assert Stance(stance)
        assert frames
        assert any(lemma == key.partition(" ")[0] for lemma, _ in verb_forms().values()), key


@pytest.mark.parametrize(
    "form", ["said", "told", "denied", "planned", "shown", "showed", "found", "writing", "wrote", "admitted", "says", "quipped", "thought"]
)
def test_forms_of_verbs(form: str) -> None:
    assert form in verb_forms()


@pytest.mark.parametrize("piece", ['"a," he said, ', "Ann Lee, ", "' ‘ ", "he said that ", "and who, which "])
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(size: int) -> float:
        text = LEAD + piece * (size // len(piece))
        article = Article.from_text(text)
        split = sentences(article)
        begin = time.process_time()
        attributions(split, quotes(article, split), (), tagged_sentences(split))
        return time.process_time() - begin

    seconds(1000)
    short, long = min(seconds(10_000) for _ in range(2)), seconds(80_000)
    assert long < 30 * short + 0.1


def test_a_sentence_is_read_without_its_report() -> None:
    text = "Lee said it rained."
    words = tokens(text, 0, len(text))
    assert [one.cue for one in found_in(tagged(words))] == [(1, 2)]


@pytest.mark.parametrize("text", ["She says: . He left.", "The post continued: .", "He added:\n\nShe said, ."])
def test_a_cue_without_content_credits_nothing(text: str) -> None:
    assert found(text) == ()
