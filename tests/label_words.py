"""What the words of a case tell of each concept, whether they are terms of it or not.

A ridge regression over the words of all tagged cases, for all concepts at once (Hoerl and Kennard
1970; in its dual form, for there are more words than cases). Rare words weigh more (inverse
document frequency); a word of fewer than `BOOKS` books is left out: it is a name, or the wit of
one hand.

What it tells of a case that it learned from is too good, so `fit_labels.py` takes for each case
what it tells without the book of that case.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from label_cases import Read

from corpus import Vocabulary
from indexer.dutch import load_analysis
from indexer.vocabulary import KINDS, Kind
from indexer.vocabulary.evidence import Known
from indexer.vocabulary.words import case_words

BOOKS = 3
SHORTEST = 3
"""A word has at least so many letters."""
RIDGE = 9.0
"""What is added to the diagonal: the more, the nearer to 0 are the weights."""
MOST = 300
"""So many words of each concept are kept."""
EVEN = 0.05
"""Added to the spread of a concept by which it is divided, so that rare ones do not run wild."""

Floats = npt.NDArray[np.float64]


class Words:
    """The words of tagged cases, ready to be learned from.

    Args:
        cases: with their words and concepts.
        vocabularies: whose concepts.
    """

    def __init__(self, cases: Sequence[Read], vocabularies: Mapping[Kind, Vocabulary]) -> None:
        self.concepts: list[Known] = [(k, c.id) for k in KINDS for c in vocabularies[k].concepts]
        self._books = np.array([case.book for case in cases])
        self._has = np.array(
            [[c in case.filed[kind].firm for kind, c in self.concepts] for case in cases],
            dtype=np.float64,
        )
        shares = [case_words(load_analysis(), case.headings, case.sentences) for case in cases]
        self.names = _names(cases, shares)
        counts = Counter(word for share in shares for word in share)
        self._rarity = np.log([len(cases) / counts[name] for name in self.names])
        # Beside a usual case: a word that is left out then leaves what the others amount to.
        plain = np.array([[share.get(name, 0.0) for name in self.names] for share in shares])
        self._usual: Floats = plain.mean(axis=0)
        self._shown: Floats = (plain - self._usual) * self._rarity
        self._alike: Floats = self._shown @ self._shown.T
        self._told = cache(self._tell)

    def left_out(self, book: str) -> Mapping[tuple[int, Known], float]:
        """What the words of each case tell, learned without its own book and this one.

        By the number of the case and the concept.
        """
        told = np.zeros_like(self._has)
        for own in set(self._books.tolist()):
            rows = self._books == own
            told[rows] = self._told(min(own, book), max(own, book))[rows]
        return {
            (number, concept): float(told[number, column])
            for number in range(len(told))
            for column, concept in enumerate(self.concepts)
        }

    def weights(self, worth: Mapping[Kind, float]) -> Floats:
        """Of each word for each concept, learned from all cases; of all but `MOST` words it is 0.

        Args:
            worth: what it is multiplied by, for each vocabulary.
        """
        every = np.full(len(self._books), fill_value=True)
        of_shown: Floats = self._shown.T @ self._fitted(every)
        scale = np.array([worth[kind] for kind, _ in self.concepts])
        weights: Floats = of_shown * self._rarity[:, np.newaxis] * scale
        floors = np.sort(np.abs(weights), axis=0)[-MOST]
        return np.where(np.abs(weights) >= floors, weights, 0.0).round(2)

    def usual(self, weights: Floats) -> Mapping[Known, float]:
        """What these weights of words amount to in a usual case, by concept.

        What words tell is told beside it: without it a word that is left out would count too.
        """
        amounts: list[float] = (self._usual @ weights).tolist()
        return dict(zip(self.concepts, amounts, strict=True))

    def _tell(self, one: str, other: str) -> Floats:
        """What the words of each case tell, learned without two books."""
        learned = (self._books != one) & (self._books != other)
        told: Floats = self._alike[:, learned] @ self._fitted(learned)
        return told

    def _fitted(self, learned: npt.NDArray[np.bool_]) -> Floats:
        """What each case that is learned from counts for."""
        has = self._has[learned]
        often = has.mean(axis=0)
        ridge = self._alike[np.ix_(learned, learned)] + RIDGE * np.eye(len(has))
        fitted: Floats = np.linalg.solve(ridge, has - often)
        return fitted / (np.sqrt(often * (1 - often)) + EVEN)


def _names(cases: Sequence[Read], shares: Sequence[Mapping[str, float]]) -> list[str]:
    books: dict[str, set[str]] = defaultdict(set)
    for case, share in zip(cases, shares, strict=True):
        for word in share:
            books[word].add(case.book)
    return sorted(
        word
        for word, of in books.items()
        if len(of) >= BOOKS and len(word) >= SHORTEST and not word[0].isdigit()
    )
