"""The values of search: what is asked, and what is shown.

`Results`, `Answer`, `ThemeTable` and the values of `search.cases` are what the terminal, the
browser and `--json` show; their JSON is documented in the README. Later versions add keys and
rename none.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from corpus import Evidence, PageRef, Passage, Span, Value
from corpus.models import (
    CaseKind,
    DocumentFormat,
    SourceKind,
)
from search.clauses import Zone

Verdict: TypeAlias = Literal["answered", "not-in-the-bundles"]

How: TypeAlias = Literal[
    "form", "lemma", "part", "parts", "name", "phrase", "near", "prefix", "fuzzy",
    "synonym", "narrower", "broader", "related",
]  # fmt: skip


_SPOKEN = re.compile(r"^[‘‚‹'](?!\w\b)|[“”„\"«»]")


def is_spoken(quote: str) -> bool:
    """Whether a quote has quotation marks of its own, around it or in it, and needs no others.

    Single ones within it stand rightly inside others; *'s avonds* begins with an apostrophe.
    """
    return _SPOKEN.search(quote) is not None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which cases to look in; within a field any value will do, between fields all must hold."""

    editions: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    social_capital: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is filtered."""
        return self != NO_FILTERS


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that an engine found, with its score (higher is better)."""

    passage: Passage
    score: float


class CaseRef(Value, frozen=True):
    """The case of a hit. `place` is None where there is none; `edition` for series-wide pages."""

    id: str
    title: str
    place: str | None
    edition: int | None
    kind: CaseKind


class DocumentRef(Value, frozen=True):
    """The document of a hit: which, whose text it is, and what kind of file."""

    id: str
    title: str
    kind: SourceKind
    format: DocumentFormat


class Snippet(Value, frozen=True):
    """A contiguous piece of the stored page text; highlights are [start, end] within `text`."""

    text: str
    highlights: tuple[tuple[int, int], ...]

    @property
    def goes_on(self) -> bool:
        """Whether it begins within a sentence or a list, where a page or column begins."""
        return self.text[:1].islower()


class Piece(Value, frozen=True):
    """A piece of a sentence that the end of a page or column cuts, verbatim, with its page."""

    text: str
    page: PageRef | None


class Reason(Value, frozen=True):
    """Why a passage was found: a word of the question and the words that met it.

    Attributes:
        typed: what was asked, as it was typed.
        met: the words that met it, as they stand; of several words all that stands between them.
        how: the same form; another inflection (lemma); a part of a compound; the parts of what was
            typed; another name of the place; words that follow or are near each other; a pattern;
            another name in the thesaurus, by its relation to what was typed.
        zone: where: in the text, a heading above it, the title or the place of its case.
        page: the page they stand on; None off the text, and in files without pages.
        times: how often.
        name: the words of the thesaurus that led there; empty for others.
    """

    typed: str
    met: str
    how: How
    zone: Zone
    page: PageRef | None = None
    times: int = 1
    name: str = ""


class Expansion(Value, frozen=True):
    """The words that a pattern was taken for: the first of so many (`of`)."""

    typed: str
    words: tuple[str, ...]
    of: int


class Hit(Value, frozen=True):
    """A passage that was found, shown by its best sentences.

    Attributes:
        case: the case, chapter or page it stands in.
        document: the document it stands in.
        page: the page that the snippet stands on; None for files without pages.
        score: higher is better; only comparable within one answer.
        snippet: the best sentences.
        location: where to open it: `file:...#page=n`, or the address of the web page, with the
            words to open it at (`#:~:text=...`).
        headings: the headings it stands under, outermost first.
        passage: id of the passage.
        why: the reasons, those in the text first, in its order.
    """

    case: CaseRef
    document: DocumentRef
    page: PageRef | None
    score: float
    snippet: Snippet
    location: str
    headings: tuple[str, ...]
    passage: str
    why: tuple[Reason, ...] = ()


class Results(Value, frozen=True):
    """What a search found.

    Attributes:
        query: as it was typed.
        total: how many passages meet it.
        cases: how many cases, chapters and pages these passages are of.
        hits: the best of them, best first.
        ignored: how many words were left out because the question was too long.
        expansions: what the patterns in it were taken for.
        suggestion: the question with its misspelt words as the index has them; None where all is
            right, or where that would not find more.
    """

    query: str
    total: int
    cases: int
    hits: tuple[Hit, ...]
    ignored: int = 0
    expansions: tuple[Expansion, ...] = ()
    suggestion: str | None = None


class Verbatim(Value, frozen=True, kw_only=True):
    """Words of a document as they stand there, with their page and where to open it.

    Attributes:
        text: in one piece on its page.
        document: in which document.
        page: the page of the text; None for files without pages.
        location: where to open it.
        pieces: where the end of a page or column cuts the sentence, all its pieces in reading
            order, the text being one of them; else empty.
    """

    text: str
    document: DocumentRef
    page: PageRef | None
    location: str
    pieces: tuple[Piece, ...] = ()

    @property
    def whole(self) -> str:
        """The sentence with all its pieces."""
        return " ".join(piece.text for piece in self.pieces) or self.text

    @property
    def pages(self) -> tuple[PageRef, ...]:
        """The pages that the whole sentence stands on, in order; empty in files without pages."""
        pages = [piece.page for piece in self.pieces] or [self.page]
        return tuple(dict.fromkeys(page for page in pages if page))


class Quote(Verbatim, frozen=True, kw_only=True):
    """A sentence that answers a question, of which case."""

    case: CaseRef


class ListedCase(Value, frozen=True, kw_only=True):
    """A case that a question asks for.

    Attributes:
        case: which one.
        document: in which document it stands.
        page: the page that it begins on; None for files without pages, or where it was not found.
        location: where to open it.
        proof: the sentence that proves what is asked for, where its card has one.
    """

    case: CaseRef
    document: DocumentRef
    page: PageRef | None
    location: str
    proof: Quote | None = None


def pieces_of(evidence: Evidence) -> tuple[Piece, ...]:
    """The pieces of a quote; empty where it is in one."""
    return tuple(Piece(piece.quote, piece.page) for piece in evidence.pieces)


class Answer(Value, frozen=True):
    """An answer in quotes, or in cases where it is asked which there are.

    Attributes:
        question: as it was asked.
        verdict: without quotes or cases "not-in-the-bundles".
        quotes: best first; none where cases are the answer.
        cases: all that are asked for, in reading order; none where a sentence is asked for.
        suggestion: the question as it was perhaps meant, as that of `Results`.
    """

    question: str
    verdict: Verdict
    quotes: tuple[Quote, ...]
    cases: tuple[ListedCase, ...] = ()
    suggestion: str | None = None

    @property
    def of_cases(self) -> tuple[str, ...]:
        """The ids of the cases that it quotes or names."""
        quoted = (quote.case.id for quote in self.quotes)
        return (*quoted, *(listed.case.id for listed in self.cases))

    @property
    def documents(self) -> tuple[DocumentRef, ...]:
        """The documents that it quotes or leads to."""
        quoted = (quote.document for quote in self.quotes)
        return (*quoted, *(listed.document for listed in self.cases))


class ThemeCount(Value, frozen=True):
    """How many cases of an edition have a theme: `count` of `of`, and which."""

    edition: int
    count: int
    of: int
    cases: tuple[CaseRef, ...]


class ThemeRow(Value, frozen=True):
    """A theme with its counts, an edition each."""

    id: str
    label: str
    definition: str
    counts: tuple[ThemeCount, ...]

    @property
    def is_found(self) -> bool:
        """Whether any case that was counted has it."""
        return any(count.count for count in self.counts)


class ThemeTable(Value, frozen=True):
    """Themes over editions.

    Attributes:
        editions: numbers of the editions that were counted.
        described: of each edition, how many cases the index says more of than where they are. The
            others can have no theme, so a low count next to a low number here means little.
        themes: a row a theme.
    """

    editions: tuple[int, ...]
    described: tuple[int, ...]
    themes: tuple[ThemeRow, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A run of sentences of a passage on one page, with highlights relative to its start."""

    span: Span
    snippet: Snippet
