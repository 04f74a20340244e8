"""Claims: where clauses begin, what denies them, what makes them less than certain, who answers for them."""

from __future__ import annotations

import time

import pytest

from crosscheck.annotate.attributions import attributions
from crosscheck.annotate.capitals import words_of
from crosscheck.annotate.claims import Claim, claims
from crosscheck.annotate.grammar import tagged_sentences
from crosscheck.annotate.names import entities
from crosscheck.annotate.quotes import quotes
from crosscheck.read import Article
from crosscheck.segment import sentences

LEAD = "The harbour reopened on Friday.\n\n"


def found(text: str) -> tuple[Claim, ...]:
    article = Article.from_text(LEAD + text)
    split = sentences(article)
    tagged = tagged_sentences(split)
    told = claims(split, attributions(split, quotes(article, split), entities(split, words_of(split)), tagged), tagged)
    assert all(article.text[span.start : span.end] == span.text for one in told for span in (one, *one.negations, *one.hedges))
    return tuple(one for one in told if one.start >= len(LEAD))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier is safe.", ["The pier is safe"]),
        ("The pier is safe; the road is not.", ["The pier is safe", "the road is not"]),
        ("The pier opened on Monday, but the road stayed closed.", ["The pier opened on Monday", "but the road stayed closed"]),
        ("The pier opened after divers checked it.", ["The pier opened", "after divers checked it"]),
        ("The party left the 107-member council it led.", ["The party left the 107-member council it led"]),
        ("Troops crossed the river before dawn and burned a mill.", ["Troops crossed the river before dawn", "and burned a mill"]),
        ("Fish, bread and wine were sold.", ["Fish, bread and wine were sold"]),
        ("Ann Reed said the pier was safe.", ["the pier was safe"]),
        ("The pier is safe, Ann Reed told reporters on Monday.", ["The pier is safe"]),
        ("Two men are believed to have drowned.", ["Two men are believed to have drowned"]),
        ("Police confirmed the deaths of two men.", ["Police confirmed the deaths of two men"]),
        ("Ann Reed voted against the plan, saying it was too dear.", ["Ann Reed voted against the plan", "it was too dear"]),
        ("Both sides will meet provided the truce holds.", ["Both sides will meet provided the truce holds"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [claim.text for claim in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier is not safe.", ["not"]),
        ("The pier isn't safe.", ["isn't"]),
        ("The pier isn’t safe.", ["isn’t"]),
        ("The pier is no longer safe.", ["no longer"]),
        ("No injuries were reported in the harbour.", ["No"]),
        ("The crew failed to close the gate.", ["failed to"]),
        ("Ann Reed denied that the pier was closed.", ["denied"]),
        ("Ann Reed denied any plan to close the pier.", ["denied"]),
        ("Ann Reed denied that the gate was shut when the boat sank.", ["denied"]),
        ("The judge refused bail.", ["refused"]),
        ("Ann Reed turned down the offer.", ["turned down"]),
        ("Ann Reed did not deny that the pier was closed.", []),
        ("Police have not yet closed the pier.", ["not"]),
        ("Not only the pier is safe.", []),
        ("The pier is no doubt safe.", []),
        ("Pier No. 5 is safe.", []),
        ("Both sides will meet if it does not rain.", []),
        ("The pier is safe.", []),
    ],
)
def test_negations(text: str, expected: list[str]) -> None:
    assert [span.text for claim in found(text) for span in claim.negations] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier may be safe.", ["may"]),
        ("The pier opens in May.", []),
        ("Both sides tentatively agreed to meet.", ["tentatively"]),
        ("Both sides agreed in principle.", ["in principle"]),
        ("The pier is expected to open in June.", ["expected to"]),
        ("The pier is likely to open.", ["likely to"]),
        ("Both sides will meet unless it rains.", ["unless"]),
        ("Preliminary results suggest the pier is safe.", ["Preliminary", "suggest"]),
        ("The results show the pier is safe.", []),
        ("He is suspected of theft.", ["suspected of"]),
        ("He is accused of theft.", ["accused of"]),
        ("He was held on suspicion of theft.", ["on suspicion of"]),
        ("The pier is safe.", []),
        ("He gave up his hopes.", []),
        ("The crash could be heard at the pier.", []),
        ("The pier could be safe.", ["could"]),
        ("As expected, the pier was safe.", []),
        ("The pier cost more than engineers had expected.", []),
        ("The pier is set to open in June.", []),
        ("He faces up to six years in jail.", ["faces up to"]),
    ],
)
def test_hedges(text: str, expected: list[str]) -> None:
    assert [span.text for claim in found(text) for span in claim.hedges] == expected


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("Local media reported that officials believe the pier is unsafe.", "officials", "Local media"),
        ("The pier is unsafe, police said.", "police", "police"),
        ("The harbour master said police had told him the pier was unsafe.", "police", "The harbour master"),
    ],
)
def test_a_claim_has_the_innermost_and_the_outermost_source(text: str, inner: str, outer: str) -> None:
    (claim,) = found(text)
    assert claim.attribution is not None
    assert claim.outermost is not None
    assert (claim.attribution.source[0].text, claim.outermost.source[0].text) == (inner, outer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the pier was unsafe. It would be closed in May.", "Police"),
        ("The pier is unsafe, police said. The planks had also been rotting for years.", "police"),
        ("Police said the pier was unsafe. It would be closed. Anglers would be told.", "Police"),
        ("Police said the pier was unsafe. It is closed.", ""),
        ("Police said the pier was unsafe. Anglers had a party.", ""),
        ("Police said the pier was unsafe.\n\nIt would be closed in May.", ""),
        ("The pier was unsafe. It would be closed in May.", ""),
    ],
)
def test_what_somebody_said_goes_on(text: str, expected: str) -> None:
    outermost = found(text)[-1].outermost
    assert (outermost.source[0].text if outermost else "") == expected


def test_a_belief_reports_nothing() -> None:
    (claim,) = found("The council agreed to close the pier.")
    assert (claim.attribution, claim.outermost) == (None, None)


def test_fact_and_statement_in_one_sentence() -> None:
    fact, statement = found("The pier closed at noon; the road is open, police said.")
    assert fact.attribution is None
    assert statement.attribution is not None


@pytest.mark.parametrize("piece", ["he may not go, and ", "not only ", "; ", "which he said, "])
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(size: int) -> float:
        article = Article.from_text(LEAD + piece * (size // len(piece)))
        split = sentences(article)
        begin = time.process_time()
        tagged = tagged_sentences(split)
        claims(split, attributions(split, (), (), tagged), tagged)
        return time.process_time() - begin

    seconds(1000)
    short, long = min(seconds(10_000) for _ in range(2)), seconds(80_000)
    assert long < 30 * short + 0.1


def test_a_denied_accusation_is_the_deniers() -> None:
    (claim,) = found("Ann Reed rejected an accusation by the union that the pier was unsafe.")
    assert claim.attribution is not None
    assert claim.attribution.source[0].text == "Ann Reed"
    assert [span.text for span in claim.negations] == ["rejected"]
