"""Finds the sentences that may answer a question, and weighs them.

A sentence, whole where the end of a page cuts it (`joining`), or a line of a box, list or table
weighs by the words of the question that it meets, each as much as it is rare; by what it has of the
kind of answer that is asked for (`fitting`); and by how well its case and its passage were found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import CardField, Evidence, Passage, Span
from indexer.dutch import ends_sentence
from search.answers.counting import counts_others
from search.answers.fitting import Fit, is_fact, read_fit
from search.answers.joining import Reader, Reading
from search.answers.passages import Read, proven, read_passages
from search.answers.question import Posed
from search.answers.replies import is_question
from search.collection import Collection
from search.engine import Found
from search.matching import find_clauses
from search.ranking import READING_WEIGHTS
from search.snippets import Sentence

_IN_NAME = 0.8
_IN_CONTEXT = 0.25
"""What a word counts that stands not in the sentence but in the name of its case, or around it."""

_CASE = 1.0
_PASSAGE = 1.0
"""What a case and passage as good as the best count: as many times the weight of the rarest word of
the question."""

_ITSELF = min(READING_WEIGHTS.values())
"""A word that stands in a sentence itself, not by another name, counts as much at least."""

_OF_QUESTION = 0.3
"""What a question of the text meets of the posed one, by weight, when it asks the same: this share
of what does not name the case."""

_BESIDE = 30
"""What stands within so many characters of a word stands beside it."""

_FEWEST_WORDS = 4
"""A shorter sentence says nothing where it stands alone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        passage: that it stands in.
        sentence: with the clauses it meets, whole (`joining.Reading`).
        evidence: what is quoted of it.
        met: the clauses that it, its passage, or the name, place or headings around it meet.
        named: the clauses that the name or place of its case meets.
        in_case: the clauses that any passage read of its case meets.
        fit: what it has of the kind of answer that is asked for.
        told: words of the question that only ask for what it tells, in small letters.
        own: what it is worth without its passage and case: its fit, and the words in it that do not
            name its case.
        weight: what it is worth.
        rank: of its passage.
    """

    passage: Passage
    sentence: Sentence
    evidence: Evidence
    met: frozenset[int]
    named: frozenset[int]
    in_case: frozenset[int]
    fit: Fit
    told: frozenset[str]
    own: float
    weight: float
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
    read = read_passages(collection, posed, found)
    in_case: dict[str, frozenset[int]] = {}
    for one in read:
        case = one.passage.case
        in_case[case] = in_case.get(case, frozenset()) | one.met
    reader = Reader(collection, posed)
    found_here = [
        replace(candidate, in_case=in_case[one.passage.case] | candidate.met)
        for one in read
        if one.passage.sentences
        for candidate in _of_passage(collection, posed, found, one, reader)
    ]
    return _about_names(posed, found_here)


def _about_names(posed: Posed, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whose cases have every name in the question, itself in the name of one of them.

    Where names of the question are in the name of a case, it is that case that is asked about, and
    another only tells of it in a sentence that names it.
    """
    names = frozenset(posed.names)
    having = [candidate for candidate in found if names <= candidate.in_case]
    most = max((_worth(posed, one.named & names) for one in having), default=0.0)
    return [
        one
        for one in having
        if _worth(posed, (one.named | one.sentence.clauses.keys()) & names) >= most
    ]


def _worth(posed: Posed, clauses: Iterable[int]) -> float:
    return sum(posed.weights[clause] for clause in clauses)


def _of_passage(
    collection: Collection, posed: Posed, found: Found, read: Read, reader: Reader
) -> Iterator[Candidate]:
    best = max(found.cases.values(), default=0.0) or 1.0
    around = (_CASE * found.cases.get(read.passage.case, 0.0) + _PASSAGE * read.score) / best
    for reading in reader.readings(read.passage):
        sentence, whole = reading.sentence, _with_all_of(collection, posed, read, reading)
        fact = _is_fact(collection, read.passage, sentence)
        labelled = fact and posed.asked.labels_fact(sentence.text)
        fields = _tells(collection, read, reading, posed.asked.fields)
        told = labelled or bool(fields)
        known = (
            sentence.clauses
            or reading.asked
            or (told and read.named)
            or ((labelled or posed.asked.needs) and read.met)
        )
        if not posed.asked.may_answer(sentence.text) or not _has_focus(collection, posed, sentence):
            continue
        if not _is_about(posed, whole) or counts_others(collection, posed, sentence.text):
            continue
        if known and (fact or _stands_alone(reading)):
            fit = read_fit(collection, posed, sentence.text, told=told, fact=fact)
            fit = fit._replace(
                replies=reading.replies if _replies_to_it(posed, read, reading) else 0.0
            )
            worth = posed.unit * fit.worth
            yield Candidate(
                passage=read.passage,
                sentence=sentence,
                evidence=reading.evidence,
                met=whole.met,
                in_case=whole.met,
                named=read.named,
                fit=fit,
                told=posed.asked.words if labelled else _words_of(posed, fields),
                own=_own_weight(read, reading, posed.weights) + worth,
                weight=_weight(whole, reading, posed.weights) + worth + posed.unit * around,
                rank=read.rank,
            )


def _with_all_of(collection: Collection, posed: Posed, read: Read, reading: Reading) -> Read:
    """The passage with what a sentence of it meets that may end in another passage."""
    if not reading.evidence.pieces:
        return read
    return replace(read, met=read.met | proven(collection, posed, reading.sentence.text))


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


def _is_about(posed: Posed, read: Read) -> bool:
    """Whether a passage has the year that is asked about, and what else its passage must have."""
    return posed.years <= read.met and all(
        number in read.met
        for number, clause in enumerate(posed.query.clauses)
        if clause.text.lower() in posed.asked.about
    )


def _stands_alone(reading: Reading) -> bool:
    """Whether it is a sentence that says something by itself, or to the question before it."""
    text = reading.sentence.text
    if not ends_sentence(text) or is_question(text):
        return False
    return bool(reading.replies) or len(text.split()) >= _FEWEST_WORDS


def _replies_to_it(posed: Posed, read: Read, reading: Reading) -> bool:
    """Whether the question that it replies to is about what the posed one is about."""

    def worth(clauses: Iterable[int]) -> float:
        return _worth(posed, frozenset(clauses) - read.named)

    if reading.asked.keys() <= read.named:
        return False
    return worth(reading.asked) >= _OF_QUESTION * worth(range(len(posed.weights)))


def _weight(read: Read, reading: Reading, weights: Sequence[float]) -> float:
    def share(clause: int) -> float:
        if clause in reading.sentence.clauses:
            return 1.0
        around = _IN_NAME if clause in read.named else _IN_CONTEXT
        return max(around, reading.asked.get(clause, 0.0))

    return sum(weights[clause] * share(clause) for clause in read.met)


def _own_weight(read: Read, reading: Reading, weights: Sequence[float]) -> float:
    itself, asked = reading.sentence.clauses, reading.asked
    return sum(
        weights[clause] * max(itself.get(clause, 0.0), asked.get(clause, 0.0))
        for clause in itself.keys() | asked.keys()
        if clause not in read.named
    )


def _tells(
    collection: Collection, read: Read, reading: Reading, fields: frozenset[CardField]
) -> frozenset[CardField]:
    """Of which of these fields on the card of its case a sentence is proof."""
    card = collection.card(read.passage.case)
    return frozenset(
        value.field
        for value in (card.values if card else ())
        if value.field in fields
        and value.evidence
        and value.evidence.document == reading.evidence.document
        and any(_share_text(value.evidence.span, span) for span in reading.spans)
    )


def _words_of(posed: Posed, fields: Iterable[CardField]) -> frozenset[str]:
    """The words of the question that only ask for one of these fields."""
    return frozenset(word for field in fields for word in posed.asked.told[field])


def _share_text(one: Span, other: Span) -> bool:
    return one.page == other.page and one.start < other.end and other.start < one.end
