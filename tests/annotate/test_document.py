"""What a report tells of its own sentences."""

from __future__ import annotations

from crosscheck import Article, annotate
from crosscheck.annotate.grammar import tagged

TEXT = """Ferry runs aground

By Ann Lee

The ferry ran aground on Monday, police said.
"""


def test_every_sentence_has_its_words_tagged_of_whatever_role() -> None:
    document = annotate(Article.from_text(TEXT, "a"))
    assert any(sentence.id not in document.words for sentence in document.sentences)  # a byline tells no news
    for sentence in document.sentences:
        assert document.tagged(sentence) == tagged(sentence.tokens)
