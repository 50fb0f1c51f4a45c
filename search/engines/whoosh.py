"""Asks Whoosh: the only reader of Whoosh. Nothing of Whoosh leaves this module.

Queries are built by hand from the parts of Whoosh that hold: terms, phrases, and "or". Its parser,
wildcards, fuzzy terms and snippets are left alone.
"""

from collections.abc import Collection as Some
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from whoosh import query as wq
from whoosh.filedb.filestore import FileStorage

from corpus import Passage
from indexer.store.whoosh import INDEX_NAME, WHOOSH_FOLDER
from search.engine import Found
from search.models import Clause, Match, Term

# How much a match in each field counts. The exact form on top of the lemma, so that what was typed
# ranks highest; a word of the title says more about a case than one in its text.
FORM_BOOST = 0.5
LEMMA_BOOST = 1.0
TITLE_BOOST = 2.0
HEADING_BOOST = 1.0
PLACE_BOOST = 1.5

_SCORE_DIGITS = 4


class WhooshEngine:
    """Answers from the Whoosh index of a generation.

    Args:
        folder: of the generation; its stamp must have been checked, since opening runs pickles.
    """

    def __init__(self, folder: Path) -> None:
        self._index = FileStorage(str(folder / WHOOSH_FOLDER)).open_index(indexname=INDEX_NAME)
        self._searcher = self._index.searcher()

    def find(self, clauses: Sequence[Clause], *, cases: Some[str] | None, limit: int) -> Found:
        """See `Engine.find`."""
        if not clauses or (cases is not None and not cases):
            return Found((), 0, frozenset())
        results = self._searcher.search(
            wq.Or([_clause(clause) for clause in clauses]), limit=None, filter=_only(cases)
        )
        rows = sorted(
            ((round(hit.score, _SCORE_DIGITS), hit["id"], hit.docnum) for hit in results),
            key=lambda row: (-row[0], row[1]),
        )
        matches = tuple(Match(self._passage(number), score) for score, _, number in rows[:limit])
        return Found(matches, len(rows), frozenset(_case_of(row[1]) for row in rows))

    def passages_of(self, case: str) -> tuple[Passage, ...]:
        """See `Engine.passages_of`."""
        results = self._searcher.search(wq.Term("case", case), limit=None)
        passages = (self._passage(hit.docnum) for hit in results)
        return tuple(sorted(passages, key=lambda passage: passage.id))

    def close(self) -> None:
        """See `Engine.close`."""
        self._searcher.close()
        self._index.close()

    def _passage(self, number: int) -> Passage:
        stored: str = self._searcher.stored_fields(number)["passage"]
        return msgspec.json.decode(stored, type=Passage)


def _case_of(passage_id: str) -> str:
    return passage_id.rpartition("/")[0]


def _only(cases: Some[str] | None) -> Any:  # noqa: ANN401 - a Whoosh query, or None
    if cases is None:
        return None
    return wq.Or([wq.Term("case", case) for case in sorted(cases)])


def _clause(clause: Clause) -> Any:  # noqa: ANN401 - a Whoosh query
    return wq.Or([_alternative(terms, exact=clause.exact) for terms in clause.alternatives])


def _alternative(terms: Sequence[Term], *, exact: bool) -> Any:  # noqa: ANN401 - a Whoosh query
    forms = [term.form for term in terms]
    if len(terms) > 1:
        lemmas = [term.lemma for term in terms]
        return wq.Or(
            [
                wq.Phrase("form", forms, boost=LEMMA_BOOST + FORM_BOOST),
                wq.Phrase("title", lemmas, boost=TITLE_BOOST),
                wq.Phrase("heading", lemmas, boost=HEADING_BOOST),
                wq.Phrase("place", forms, boost=PLACE_BOOST),
            ]
        )
    form, lemma = forms[0], terms[0].lemma
    if exact:
        return wq.Term("form", form, boost=LEMMA_BOOST + FORM_BOOST)
    return wq.Or(
        [
            wq.Term("form", form, boost=FORM_BOOST),
            wq.Term("lemma", lemma, boost=LEMMA_BOOST),
            wq.Term("title", lemma, boost=TITLE_BOOST),
            wq.Term("heading", lemma, boost=HEADING_BOOST),
            wq.Term("place", form, boost=PLACE_BOOST),
        ]
    )
