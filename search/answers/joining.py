"""Reads passages sentence by sentence; one that the end of a page or column cuts is read whole.

Neither piece need have what an answer has: the number stands on one page, and what it counts on
the next, perhaps in another passage. So all words of the sentence count, wherever they stand. It is
quoted by one piece, with the others beside it (`corpus.Evidence.pieces`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus import Evidence, Passage, Span
from indexer.segment import Sentence as CaseSentence
from indexer.segment import case_sentences, join_cut
from search.answers.question import Posed
from search.collection import Collection
from search.snippets import Sentence, marked_sentences, met_strengths


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is read.

    Attributes:
        sentence: with the clauses it meets. Of one that is cut the text is that of all its pieces,
            the span that of the piece it is quoted by, and it has no highlights.
        evidence: what is quoted of it.
    """

    sentence: Sentence
    evidence: Evidence

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
        self._cut = cache(self._cut_in)

    def readings(self, passage: Passage) -> Iterator[Reading]:
        """The sentences of a passage, each that has a piece in it whole and once."""
        words = self._collection.words_in(passage.text)
        cut = self._cut(passage.document, passage.case)
        seen: set[Span] = set()
        for sentence in marked_sentences(passage, self._posed.query.clauses, words):
            if sentence.span not in cut:
                yield Reading(sentence, self._evidence(passage, sentence))
            elif sentence.span not in seen:
                whole = self._whole(cut[sentence.span])
                seen.update(whole.spans)
                yield whole

    def _cut_in(self, document: str, case: str) -> Mapping[Span, CaseSentence]:
        """The sentences of a case that are cut, by where each piece of them stands."""
        passages = self._collection.engine.passages_of(case)
        here = (passage for passage in passages if passage.document == document)
        joined = join_cut(case_sentences(self._text(document), here))
        return {piece.span: one for one in joined for piece in one.evidence.pieces}

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
