"""Which mentions name the same one within a report: the same form, a surname, a shortened body, an acronym."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crosscheck.annotate.capitals import is_common
from crosscheck.annotate.clues import Clue
from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import country, is_place
from crosscheck.annotate.kinds import EntityType, elected, votes
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.annotate.mentions import Naming

Form = tuple[str, ...]


@dataclass
class Cluster:
    """The mentions of one entity; `form` is the longest form of its name, `clues` what speaks for its type."""

    form: Form
    named: list[Naming] = field(default_factory=list)
    clues: set[Clue] = field(default_factory=set)

    @property
    def type(self) -> EntityType:
        """The type that the clues elect."""
        return elected(frozenset(self.clues))


def linked(named: Sequence[Naming]) -> list[Cluster]:
    """Return the mentions of each entity together, entities in order of first mention."""
    by_form: dict[tuple[Form, bool], list[Naming]] = defaultdict(list)
    for naming in named:
        by_form[_form(naming), Clue.KNOWN_PLACE in naming.clues].append(naming)  # President Washington is not the town
    clusters: list[Cluster] = []
    index: dict[str, list[Cluster]] = defaultdict(list)
    for form, placed in sorted(by_form, key=lambda key: len(key[0]), reverse=True):
        _place(form, by_form[form, placed], clusters, index)
    return sorted((cluster for cluster in clusters if cluster.named), key=lambda cluster: min([naming.start for naming in cluster.named]))


def _form(naming: Naming) -> Form:
    """Return the words by which mentions are matched: without dots, suffixes and the Arabic article; a country under its usual name."""
    state = country(naming.text)
    if state:
        return tuple(state.lower().split())
    kept = tuple([key.replace(".", "").removeprefix("al-").removeprefix("el-") for key in naming.keys])
    return kept[:-1] if len(kept) > _WITH_SUFFIX and kept[-1] in words("name_suffixes") else kept


def _place(form: Form, named: list[Naming], clusters: list[Cluster], index: dict[str, list[Cluster]]) -> None:
    """Put the mentions of a form with the longer name they shorten, the nearest where there are several, or make an entity of them."""
    clues = set[Clue]().union(*(naming.clues for naming in named))
    longer = _longer(form, named, clues, index) or _spelled_out(form, named, clues, clusters)
    others = [naming for naming in named if not any(_is_of_sex(naming, cluster) for cluster in longer)] if longer else named
    if others:
        cluster = Cluster(form, others, set().union(*(naming.clues for naming in others)))
        clusters.append(cluster)
        for key in {form[0], form[-1], _beginning(form), _initials(form)}:
            index[key].append(cluster)
    for naming in (naming for naming in named if naming not in others) if longer else ():
        cluster = longer[0] if len(longer) == 1 else _meant(naming, longer)
        cluster.named.append(naming)
        cluster.clues |= naming.clues
        if len(form) < len(cluster.form):
            cluster.clues |= _of_shortening(form, cluster.form)


def _longer(form: Form, named: Sequence[Naming], clues: set[Clue], index: dict[str, list[Cluster]]) -> list[Cluster]:
    """Return the entities whose name the form shortens."""
    if (is_place(named[0].text) or Clue.GEO_AFTER in clues or Clue.DATELINE in clues) and Clue.HONORIFIC not in clues and Clue.ROLE not in clues:
        return []
    near = {id(cluster): cluster for key in (_beginning(form), form[-1]) for cluster in index[key]}.values()
    if Clue.ACRONYM in clues and len(form) == 1:
        return [cluster for cluster in near if _initials(cluster.form) == form[0] and len(cluster.form) > 1 and cluster.type is not EntityType.PERSON]
    alike = (cluster for cluster in near if len(form) == 1 or form[-1] == cluster.form[-1] or cluster.form[: len(form)] == form)
    return [cluster for cluster in alike if _shortens(form, clues, cluster)]


def _spelled_out(form: Form, named: Sequence[Naming], clues: set[Clue], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the body whose name an acronym follows in brackets, whatever its letters: "the Federal Security Service (FSB)", but not "Hill (AP)"."""
    if Clue.ACRONYM not in clues or Clue.BRACKETED not in clues or form[0] in words("outlets"):
        return []
    ends = {naming.start - len(" (") for naming in named if Clue.BRACKETED in naming.clues}
    whole = (cluster for cluster in clusters if len(cluster.form) > 1 and cluster.type is not EntityType.PERSON)
    return [cluster for cluster in whole if any(naming.end in ends for naming in cluster.named)]


def _shortens(form: Form, clues: set[Clue], cluster: Cluster) -> bool:
    """Say whether a form is a shorter way to name the entity: a surname, a given name, the first words of a body."""
    whole, type_, kind = cluster.form, cluster.type, elected(frozenset(clues))
    if type_ is EntityType.PERSON or (kind is EntityType.PERSON and type_ is EntityType.OTHER):
        if kind in {EntityType.BODY, EntityType.PLACE} and votes(frozenset(cluster.clues))[type_] < _SURE:
            return False
        return _shortens_person(form, whole)
    if kind is EntityType.PERSON and type_ in {EntityType.BODY, EntityType.PLACE}:
        return False
    if type_ is EntityType.OTHER and form[-1] == whole[-1] and not any(map(is_common, form)):
        return True
    return _shortens_body(form, whole, placed=Clue.LOCATIVE in clues)


_SURE = 3.0
_WITH_SUFFIX = 2  # no suffix alone with a given name: "Malcolm II" is no Malcolm


def _shortens_person(form: Form, whole: Form) -> bool:
    """Say whether a form is a surname, a given name, or the name with fewer or shorter given names: "Smith", "J. Smith", "Joe Smith" of Joseph Smith."""
    if len(form) == 1:
        return form[0] in {whole[-1], whole[0]}
    if form[-1] != whole[-1]:
        return False
    given = list(whole[:-1])
    for name in form[:-1]:
        at = next((n for n, other in enumerate(given) if _same_given(name, other)), None)
        if at is None:
            return False
        del given[: at + 1]
    return True


def _shortens_body(form: Form, whole: Form, *, placed: bool) -> bool:
    """Say whether a form is the first words of a body's name: "Norrbalt" of Norrbalt Lines, but not the town of a Tarnhof Institute."""
    if len(form) >= len(whole) or whole[: len(form)] != form or all(map(is_common, form)):
        return False
    return not (placed and whole[-1] in context("civic body"))


def _same_given(x: str, y: str) -> bool:
    if x == y or ((len(x) == 1 or len(y) == 1) and x[0] == y[0]):
        return True
    return y in table("nicknames").get(x, ()) or x in table("nicknames").get(y, ())


def _meant(naming: Naming, clusters: Sequence[Cluster]) -> Cluster:
    """Return which of several namesakes a surname means: of the right sex, the one already called so, else the first introduced.

    "Mr. Hale" is who was Mr. Hale before; his wife is introduced later, and by her given name.
    """
    sex = _sexes([naming])
    fitting = [cluster for cluster in clusters if not sex or _sexes(cluster.named) <= sex] or clusters
    called = [cluster for cluster in fitting if sex and _sexes(cluster.named)]
    return min(called or fitting, key=lambda cluster: min(other.start for other in cluster.named))


def _is_of_sex(naming: Naming, cluster: Cluster) -> bool:
    """Say whether a form of address may be that of one already known: "Lady Darnley" is not Sir Keith."""
    sex, known = _sexes([naming]), _sexes(cluster.named)
    return not sex or not known or bool(sex & known)


def _sexes(named: Iterable[Naming]) -> set[str]:
    titles = {word for naming in named for title in naming.titles for word in title.text.lower().replace(".", "").split()}
    return {sex for sex, forms in (("f", {"mrs", "ms", "miss", "mme", "lady", "dame"}), ("m", {"mr", "sir", "lord"})) if titles & forms}


def _of_shortening(form: Form, whole: Form) -> set[Clue]:
    if form == whole[-1:] and (not is_common(whole[0]) or whole[0] in context("word or given name")):
        return {Clue.LATER_BY_LAST}
    return {Clue.LATER_BY_FIRST} if form == whole[: len(form)] else set()


def _beginning(form: Form) -> str:
    """Return the first two words of a name: of the many whom a report calls "Ann", few are an "Ann Maria" as well as longer forms are."""
    return " ".join(form[:2])


def _initials(form: Form) -> str:
    """Return the acronym of a name: "nato" for ("north", "atlantic", "treaty", "organization")."""
    return "".join([part[0] for word in form if word not in _UNLETTERED for part in word.split("-") if part])


_UNLETTERED = frozenset({"of", "the", "and", "for", "on", "&", "'s", "'", "in", "de", "la"})
