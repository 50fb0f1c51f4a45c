"""Reads passages sentence by sentence; one that the end of a page or column cuts is read whole.

Neither piece need have what an answer has: the number stands on one page, and what it counts on
the next, perhaps in another passage. So all words of the sentence count, wherever they stand. It is
quoted by one piece, with the others beside it (`corpus.Evidence.pieces`). And what replies to a
question of the text itself (`replies`) is read with that question.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from corpus import Evidence, Passage, Span
from indexer.segment import Sentence as CaseSentence
from indexer.segment import case_sentences, join_cut
from search.answers.question import Posed, asked_for
from search.answers.replies import Reply, replies
from search.collection import Collection
from search.snippets import Sentence, marked_sentences, met_strengths


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is read.

    Attributes:
        sentence: with the clauses it meets. Of one that is cut the text is that of all its pieces,
            the span that of the piece it is quoted by, and it has no highlights.
        evidence: what is quoted of it.
        asked: the clauses that the question before it meets, each with what it counts, to 1.
        replies: how surely it replies to a question like the one that is posed, to 1.
    """

    sentence: Sentence
    evidence: Evidence
    asked: Mapping[int, float] = field(default_factory=dict[int, float])
    replies: float = 0.0

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, piece by piece."""
        return tuple(piece.span for piece in self.evidence.pieces) or (self.evidence.span,)


class Reader:
    """Reads the passages of a collection for a question.

    Args:
        collection: the open index.
        posed: the question.
    """

    def __init__(self, collection: Collection, posed: Posed) -> None:
        self._collection = collection
        self._posed = posed
        self._text = cache(collection.text)
        self._sentences = cache(self._sentences_of)
        self._cut = cache(self._cut_in)
        self._replies = cache(self._replies_in)

    def readings(self, passage: Passage) -> Iterator[Reading]:
        """The sentences of a passage, each that has a piece in it whole and once."""
        words = self._collection.words_in(passage.text)
        cut = self._cut(passage.document, passage.case)
        replying = self._replies(passage.document, passage.case)
        seen: set[Span] = set()
        for sentence in marked_sentences(passage, self._posed.query.clauses, words):
            if sentence.span not in cut:
                reading = Reading(sentence, self._evidence(passage, sentence))
                yield self._with_question(reading, replying.get(sentence.span))
            elif sentence.span not in seen:
                whole = self._whole(cut[sentence.span])
                seen.update(whole.spans)
                yield self._with_question(whole, replying.get(cut[sentence.span].evidence.span))

    def _sentences_of(self, document: str, case: str) -> tuple[CaseSentence, ...]:
        """The sentences of a case in a document, those that are cut in one piece."""
        passages = self._collection.engine.passages_of(case)
        here = (passage for passage in passages if passage.document == document)
        return tuple(join_cut(case_sentences(self._text(document), here)))

    def _cut_in(self, document: str, case: str) -> Mapping[Span, CaseSentence]:
        """The sentences of a case that are cut, by where each piece of them stands."""
        joined = self._sentences(document, case)
        return {piece.span: one for one in joined for piece in one.evidence.pieces}

    def _replies_in(self, document: str, case: str) -> Mapping[Span, Reply]:
        return replies(self._sentences(document, case))

    def _with_question(self, reading: Reading, reply: Reply | None) -> Reading:
        """The sentence with what the question that it replies to says."""
        if reply is None:
            return reading
        met = self._met(reply.question)
        alike = asked_for(reply.question).kinds & self._posed.asked.kinds
        return replace(
            reading,
            asked={clause: reply.close * strength for clause, strength in met.items()},
            replies=reply.close if alike else 0.0,
        )

    def _whole(self, cut: CaseSentence) -> Reading:
        """A sentence that is cut, quoted by the piece that meets most, the longest of equals."""
        best = max(cut.evidence.pieces, key=self._worth)
        evidence = Evidence(best.quote, best.document, best.page, best.span, cut.evidence.pieces)
        return Reading(Sentence(best.span, cut.whole, (), self._met(cut.whole)), evidence)

    def _worth(self, piece: Evidence) -> tuple[float, int]:
        weights = self._posed.weights
        met = self._met(piece.quote).items()
        return sum(weights[clause] * strength for clause, strength in met), len(piece.quote)

    def _met(self, text: str) -> Mapping[int, float]:
        return met_strengths(self._collection.words_in(text), self._posed.query.clauses)

    def _evidence(self, passage: Passage, sentence: Sentence) -> Evidence:
        page = self._collection.page(passage, sentence.span)
        return Evidence(sentence.text, passage.document, page, sentence.span)
