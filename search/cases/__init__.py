"""Finds cases and shows one: the case is what readers look for.

- `listing` finds cases by words and filters; `facets` counts what else could be chosen.
- `reading` gives one case with its card, its `gist` in a few sentences that make sense alone
  (`standing`), and its text.
- `similar` finds the cases that are most like one, and says in what; `matrix` crosses two fields
  and so shows where there is no case at all.
- `models` holds the values that these give; their JSON is what the README documents.

Every count here is the length of a list that can be asked for by the same filters.
"""

from search.cases.listing import SORTS, list_cases
from search.cases.matrix import cross
from search.cases.models import (
    CardEntry,
    CaseList,
    CasePassage,
    CaseSummary,
    CaseText,
    Facet,
    FacetValue,
    GistSentence,
    LabelEntry,
    Likeness,
    Matrix,
    Proof,
    SimilarCase,
    SimilarCases,
)
from search.cases.reading import read_case
from search.cases.similar import similar_cases

__all__ = [
    "SORTS",
    "CardEntry",
    "CaseList",
    "CasePassage",
    "CaseSummary",
    "CaseText",
    "Facet",
    "FacetValue",
    "GistSentence",
    "LabelEntry",
    "Likeness",
    "Matrix",
    "Proof",
    "SimilarCase",
    "SimilarCases",
    "cross",
    "list_cases",
    "read_case",
    "similar_cases",
]
