"""Every rule, by hand, in order of code."""

from __future__ import annotations

from crosscheck.rules.addition import only_in_one
from crosscheck.rules.attribution import source_differs, speaker_differs, stance_verb
from crosscheck.rules.certainty import certainty_differs
from crosscheck.rules.identity import name_differs
from crosscheck.rules.naming import name_variant, named_or_not, reference_form, title_differs
from crosscheck.rules.number import number_differs, number_precision
from crosscheck.rules.place import place_differs
from crosscheck.rules.polarity import polarity_differs
from crosscheck.rules.pronouns import pronoun_unclear
from crosscheck.rules.quotation import quote_altered, quote_or_paraphrase, quote_truncated
from crosscheck.rules.sourcing import attribution_dropped, response_status, source_strength
from crosscheck.rules.terms import term_differs
from crosscheck.rules.time import time_differs

RULES = (
    only_in_one,
    source_differs,
    speaker_differs,
    stance_verb,
    certainty_differs,
    name_variant,
    title_differs,
    named_or_not,
    reference_form,
    name_differs,
    pronoun_unclear,
    number_differs,
    number_precision,
    place_differs,
    polarity_differs,
    term_differs,
    quote_altered,
    quote_truncated,
    quote_or_paraphrase,
    source_strength,
    attribution_dropped,
    response_status,
    time_differs,
)
