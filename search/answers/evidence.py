"""Finds the sentences that may answer a question, and weighs them.

A sentence, or a line of a box, list or table, weighs by the words of the question that it meets,
each as much as it is rare; by what it has of the kind of answer that is asked for (`fitting`); and
by how well its case and its passage were found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus import CardField, Passage
from indexer.dutch import ends_sentence
from search.answers.counting import counts_others
from search.answers.fitting import Fit, is_fact, read_fit
from search.answers.posing import WIDER
from search.answers.question import Posed
from search.clauses import Query
from search.collection import Collection
from search.engine import Found
from search.explain import names_around
from search.matching import find_clauses
from search.ranking import READING_WEIGHTS
from search.snippets import Sentence, marked_sentences

PASSAGES = 100
"""How many of the best passages are read for sentences."""

_CASES = 4
"""Of so many of the best cases all passages are read: the answer may share no word of a question
that names its case."""

_IN_NAME = 0.8
_IN_CONTEXT = 0.25
"""What a word counts that stands not in the sentence but in the name of its case, or around it."""

_CASE = 1.0
_PASSAGE = 1.0
"""What a case and passage as good as the best count: as many times the weight of the rarest word of
the question."""

_ITSELF = min(READING_WEIGHTS.values())
"""A word that stands in a sentence itself, not by another name, counts as much at least."""

_BESIDE = 30
"""What stands within so many characters of a word stands beside it."""

_FEWEST_WORDS = 4
"""A shorter sentence says nothing where it stands alone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        passage: that it stands in.
        sentence: with the clauses it meets.
        met: the clauses that it, its passage, or the name, place or headings around it meet.
        named: the clauses that the name or place of its case meets.
        in_case: the clauses that any passage read of its case meets.
        fit: what it has of the kind of answer that is asked for.
        own: what it is worth without its passage and case: its fit, and the words in it that do not
            name its case.
        weight: what it is worth.
        rank: of its passage.
    """

    passage: Passage
    sentence: Sentence
    met: frozenset[int]
    named: frozenset[int]
    in_case: frozenset[int]
    fit: Fit
    own: float
    weight: float
    rank: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage that was read: what it meets, of that in names, and how well it was found."""

    passage: Passage
    met: frozenset[int]
    named: frozenset[int]
    score: float
    rank: int


def candidates(collection: Collection, posed: Posed, found: Found) -> list[Candidate]:
    """The sentences of the best passages, and of all passages of the best cases.

    One that shares no word with the question only where that names its case, or for the line of a
    box, list or table what stands above it: of another it is not known that it is asked for. What
    neither ends as a sentence does nor is such a line is the rest of something.

    Args:
        collection: the open index.
        posed: the question.
        found: what the engine found for it.
    """
    read = [_read(collection, posed.query, *one) for one in _passages(collection, found)]
    in_case: dict[str, frozenset[int]] = {}
    for one in read:
        case = one.passage.case
        in_case[case] = in_case.get(case, frozenset()) | one.met
    found_here = [
        replace(candidate, in_case=in_case[one.passage.case])
        for one in read
        if one.passage.sentences
        for candidate in _of_passage(collection, posed, found, one)
    ]
    return _about_names(posed, found_here)


def _about_names(posed: Posed, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whose cases have most of the names in the question, by weight."""

    def worth(candidate: Candidate) -> float:
        return sum(posed.weights[name] for name in posed.names if name in candidate.in_case)

    most = max(map(worth, found), default=0.0)
    return [candidate for candidate in found if worth(candidate) >= most]


def _of_passage(
    collection: Collection, posed: Posed, found: Found, read: _Read
) -> Iterator[Candidate]:
    passage, clauses = read.passage, posed.query.clauses
    best = max(found.cases.values(), default=0.0) or 1.0
    around = (_CASE * found.cases.get(passage.case, 0.0) + _PASSAGE * read.score) / best
    for sentence in marked_sentences(passage, clauses, collection.words_in(passage.text)):
        fact = _is_fact(collection, passage, sentence)
        labelled = fact and posed.asked.labels_fact(sentence.text)
        told = labelled or _tells(collection, passage, sentence, posed.asked.fields)
        known = (
            sentence.clauses
            or (told and read.named)
            or ((labelled or posed.asked.needs) and read.met)
        )
        if not posed.asked.may_answer(sentence.text) or not _has_focus(collection, posed, sentence):
            continue
        if not _is_about(posed, read) or counts_others(collection, posed, sentence.text):
            continue
        if known and (fact or _stands_alone(sentence.text)):
            fit = read_fit(collection, posed, sentence.text, told=told, fact=fact)
            worth = posed.unit * fit.worth
            yield Candidate(
                passage=passage,
                sentence=sentence,
                met=read.met,
                in_case=read.met,
                named=read.named,
                fit=fit,
                own=_own_weight(read, sentence, posed.weights) + worth,
                weight=_weight(read, sentence, posed.weights) + worth + posed.unit * around,
                rank=read.rank,
            )


def _is_fact(collection: Collection, passage: Passage, sentence: Sentence) -> bool:
    case = collection.case(passage.case)
    if case is None or case.kind != "case":
        return False
    return is_fact(collection.text(passage.document), sentence.span, sentence.text)


def _has_focus(collection: Collection, posed: Posed, sentence: Sentence) -> bool:
    """Whether it has each word itself that the answer has, and near one what stands beside it."""
    wanted = [
        (number, clause)
        for number, clause in enumerate(posed.query.clauses)
        if clause.text.lower() in posed.asked.focus
    ]
    if not all(sentence.clauses.get(number, 0.0) >= _ITSELF for number, _ in wanted):
        return False
    text = sentence.text
    runs = find_clauses(collection.words_in(text), [clause for _, clause in wanted])
    around = [text[max(0, run.start - _BESIDE) : run.end + _BESIDE] for run in runs] or [text]
    return any(posed.asked.names_it(one) for one in around)


def _is_about(posed: Posed, read: _Read) -> bool:
    return all(
        number in read.met
        for number, clause in enumerate(posed.query.clauses)
        if clause.text.lower() in posed.asked.about
    )


def _stands_alone(text: str) -> bool:
    return ends_sentence(text) and len(text.split()) >= _FEWEST_WORDS


def _passages(collection: Collection, found: Found) -> Iterator[tuple[Passage, float, int]]:
    """Each passage to read once, with its score and rank."""
    for rank, match in enumerate(found.matches):
        yield match.passage, match.score, rank
    known = {match.passage.id for match in found.matches}
    for case in islice(found.cases, _CASES):
        for passage in collection.engine.passages_of(case):
            if passage.id not in known:
                yield passage, 0.0, len(found.matches)


def _read(collection: Collection, query: Query, passage: Passage, score: float, rank: int) -> _Read:
    met = {
        run.clause
        for run in find_clauses(collection.words_in(passage.text), query.clauses)
        if run.way.kind not in WIDER
    }
    named: set[int] = set()
    for zone, text in names_around(collection, passage):
        runs = find_clauses(collection.words_in(text), query.clauses, zone)
        clauses = {run.clause for run in runs if run.way.kind not in WIDER}
        met |= clauses
        named |= clauses if zone in {"title", "place"} else set()
    return _Read(passage, frozenset(met), frozenset(named), score, rank)


def _weight(read: _Read, sentence: Sentence, weights: Sequence[float]) -> float:
    def share(clause: int) -> float:
        if clause in sentence.clauses:
            return 1.0
        return _IN_NAME if clause in read.named else _IN_CONTEXT

    return sum(weights[clause] * share(clause) for clause in read.met)


def _own_weight(read: _Read, sentence: Sentence, weights: Sequence[float]) -> float:
    return sum(
        weights[clause] * strength
        for clause, strength in sentence.clauses.items()
        if clause not in read.named
    )


def _tells(
    collection: Collection, passage: Passage, sentence: Sentence, fields: frozenset[CardField]
) -> bool:
    """Whether a sentence is proof of one of these fields on the card of its case."""
    card = collection.card(passage.case)
    if card is None:
        return False
    return any(
        value.evidence.document == passage.document
        and value.evidence.span.page == sentence.span.page
        and value.evidence.span.start < sentence.span.end
        and sentence.span.start < value.evidence.span.end
        for value in card.values
        if value.field in fields and value.evidence
    )
