"""The values that flow through the program, from a manifest to a passage.

All are frozen. They are `msgspec.Struct`s, so that the same definition that the code uses also
reads and checks `series.toml`, and writes and reads the JSON of an index: a misspelt key in a
manifest and a damaged file of an index are both refused by these types.

Three words for three things: a *document* is one PDF, web page or text file; a *case* is the part
of it that describes one practice (or a chapter that is no case); a *passage* is a few paragraphs of
a case, the unit that is searched.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

SourceKind: TypeAlias = Literal["summary", "publication", "page"]
"""Whose text it is: our own summary, the publication itself, or a page about the series."""

DocumentFormat: TypeAlias = Literal["pdf", "html", "text"]
"""What kind of file a document is."""

BlockKind: TypeAlias = Literal[
    "heading", "paragraph", "list-item", "quote", "box", "caption", "footnote", "margin-note",
    "table-row",
]  # fmt: skip
"""A quote is set apart from the text, also when it repeats it; a box is a text beside the text; a
margin note stands in the white beside the paragraph before it."""

Method: TypeAlias = Literal["pdfium", "pypdf", "selector", "article", "text"]
"""Which reader gave the text of a page."""

Suspicion: TypeAlias = Literal[
    "no-text", "glued-words", "scattered-words", "odd-characters", "unmapped-glyphs", "spread",
    "no-label",
]  # fmt: skip
"""What looks wrong with a page after reading it."""

CaseKind: TypeAlias = Literal["case", "chapter", "page"]
"""A case; a chapter of a bundle that is no case; the whole of a page about the series."""

ChapterRole: TypeAlias = Literal[
    "front matter", "contents", "introduction", "concept", "reflection", "back matter", "other"
]
"""What a chapter that is no case is to the bundle, as its title says."""

FoundBy: TypeAlias = Literal[
    "pinned", "outline", "links", "contents", "heading", "menu", "whole document", "not found"
]
"""How the start of a case was found: `pinned` by hand, `contents` by the contents page of the
bundle, `menu` by the list of chapters that stands on every page, `links` by where the entries of
either lead who clicks them."""

Confidence: TypeAlias = Literal["sure", "likely", "unsure"]
"""How sure a start is: several signs agree, one stands alone, or it is doubtful or contradicted."""

Holding: TypeAlias = Literal["case", "cases"]
"""What a document holds: one case, or several that its chapters are."""

SocialCapital: TypeAlias = Literal["bonding", "bridging", "linking"]

BLOCK_SEPARATOR = "\n\n"
"""What stands between two blocks in the text of a page."""


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value that refuses keys it does not know."""


class Source(Value, frozen=True):
    """A file to read, as the manifest names it.

    Attributes:
        id: unique in the series; stays the same when the file moves.
        path: the file, relative to the series' folder, with forward slashes.
        kind: whose text it is.
        title: as a reader would cite it.
        url: where the page stands on the web; None for a file that is only here.
        selector: CSS selector of the article within a web page.
        edition: the number of the edition it belongs or refers to; None for the series as a whole.
            For a source within an edition it is filled in when the manifest is read.
        holds: "case" where the whole document is one case, "cases" where its chapters are; None
            where its text is to tell.
    """

    id: str
    path: str
    kind: SourceKind
    title: str
    url: str | None = None
    selector: str | None = None
    edition: int | None = None
    holds: Holding | None = None


class CaseEntry(Value, frozen=True):
    """What the manifest knows of one case before its document is read.

    Attributes:
        id: unique in the series.
        title: the name of the case; None where no public source gives it.
        place: town or village, as a reader would say it.
        neighbourhood: district, neighbourhood or villages.
        municipality: the municipality today.
        province: the province.
        variants: other spellings of the title, as bundles and pages use them.
        themes: keywords.
        target_groups: whom it is for.
        organisations: who carries it.
        social_capital: the kind of ties it works on.
        sources: addresses of the pages the facts come from.
        background_sources: addresses of the pages the background facts come from.
        start_page: where the case begins, set by hand: the label that is printed on the page
            (`"12"`, `"iv"`), or the number of the page in the file behind a hash (`"#14"`).
    """

    id: str
    title: str | None = None
    place: str | None = None
    neighbourhood: str | None = None
    municipality: str | None = None
    province: str | None = None
    variants: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    social_capital: SocialCapital | None = None
    sources: tuple[str, ...] = ()
    background_sources: tuple[str, ...] = ()
    start_page: str | None = None

    @property
    def display_title(self) -> str:
        """The title, or the place with the neighbourhood where the name is not known."""
        if self.title:
            return self.title
        if self.place and self.neighbourhood and self.neighbourhood != self.place:
            return f"{self.place} ({self.neighbourhood})"
        return self.place or self.neighbourhood or self.id


class Edition(Value, frozen=True):
    """One edition (bundle) of a series.

    Attributes:
        number: 1 or more, unique in the series.
        title: of the publication.
        published: year, year-month or date, as far as known.
        authors: as the publication names them.
        focus: what the edition is about, in a line.
        landing_pages: where the publisher and others offer the publication.
        sources: what there is to read of this edition.
        cases: its cases in their order; empty where they are to be found from the outline.
    """

    number: int
    title: str
    published: str | None = None
    authors: tuple[str, ...] = ()
    focus: str | None = None
    landing_pages: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    cases: tuple[CaseEntry, ...] = ()


class Series(Value, frozen=True):
    """A casebook series: the content of a `series.toml`.

    Attributes:
        id: lower-case letters, digits and hyphens.
        title: of the series.
        editions: in the order of their numbers.
        publisher: who publishes it.
        period: the years it covers, such as "2020-2022".
        notice: what a reader must know about the texts in the box; shown with the results.
        folder: the absolute folder that the sources lie in. In the file it may be left out (the
            manifest's own folder) or be relative to the manifest.
        pages: sources about the series as a whole, or about an edition (`edition`).
    """

    id: str
    title: str
    editions: tuple[Edition, ...]
    publisher: str | None = None
    period: str | None = None
    notice: str | None = None
    folder: str = ""
    pages: tuple[Source, ...] = ()


COVER = "omslag"
"""The label of a cover without a number, as a Dutch reader would cite it."""

UNNUMBERED = "ongenummerd"
"""What the label of a page begins with that has no number, followed by its place in the file."""


class PageRef(Value, frozen=True):
    """A page as a reader and as a PDF viewer know it.

    Attributes:
        label: what is printed on the page ("iv", "12"); where nothing is, what the pages around it
            or the viewer would call it, unless another page has that: then it is the cover
            (`COVER`) or has no number (`UNNUMBERED`).
        number: the place of the page in the file, from 1: what `#page=` takes.
    """

    label: str
    number: int

    @property
    def is_cover(self) -> bool:
        """Whether it is a cover without a number."""
        return self.label == COVER

    @property
    def has_number(self) -> bool:
        """Whether its label is a number: one that is printed, or that the pages around it tell."""
        return not self.is_cover and self.label != f"{UNNUMBERED} {self.number}"


class Block(Value, frozen=True):
    """A heading, paragraph or item of a page, its text repaired.

    Attributes:
        kind: what it is.
        text: never empty, no line breaks.
        level: 1 (highest) to 6 for a heading, else 0.
        top: distance from the foot of the page to the top of the block, in points; None off paper.
        box: left, lower, right and upper edge in points from the lower left corner of the page as a
            reader sees it; None off paper.
        cells: of the row of a table where in `text` each cell begins; empty for other text.
        notes: the marks in it of footnotes of its page, in order; of a footnote its own mark, where
            it begins with one. They are not in `text`.
    """

    kind: BlockKind
    text: str
    level: int = 0
    top: float | None = None
    box: tuple[float, float, float, float] | None = None
    cells: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


class Page(Value, frozen=True):
    """A page of a PDF, or the whole of a web page or text file.

    Attributes:
        ref: label and number; None for a file that has no pages.
        blocks: in reading order.
    """

    ref: PageRef | None
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The stored text of the page: its blocks, a blank line between them."""
        return BLOCK_SEPARATOR.join(block.text for block in self.blocks)


class OutlineEntry(Value, frozen=True):
    """An entry of a document's outline (bookmarks).

    Attributes:
        title: as the outline has it.
        level: 1 for the outermost.
        page: index of the page in the document, from 0.
        top: where on the page, in points from its foot; None for the head of the page.
    """

    title: str
    level: int
    page: int
    top: float | None = None


class Link(Value, frozen=True):
    """A text that leads who clicks it to another place of its document.

    Attributes:
        text: that is clicked, its lines as they are read; empty for a picture.
        pages: indexes of the pages that have it at this place, in order: a menu is on many.
        box: where it stands there: left, lower, right and upper edge, in points.
        target: index of the page that it leads to.
        top: where on that page, in points from its foot; None for the head of the page.
    """

    text: str
    pages: tuple[int, ...]
    box: tuple[float, float, float, float]
    target: int
    top: float | None = None


class PageReport(Value, frozen=True):
    """How the reading of a page went.

    Attributes:
        method: which reader gave its text.
        characters: of its stored text.
        dropped: what was left out as no text: running heads, page numbers, menus, each a line.
        suspicions: what looks wrong.
        current: those lines of `dropped` that are set apart here from how they look on most pages:
            where a menu shows which chapter this is.
    """

    method: Method
    characters: int
    dropped: tuple[str, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    current: tuple[str, ...] = ()


class Document(Value, frozen=True):
    """What was read of one source.

    Attributes:
        source: which source.
        format: what kind of file it was.
        pages: at least one.
        outline: of a PDF; the headings of a web page or text file are in its blocks.
        title: the title that the file itself gives; not to be trusted blindly.
        notes: what looked wrong while reading, each a sentence.
        report: of each page, in order; empty where the reader keeps none.
        author: as the file itself says.
        date: ISO date on which it was published or made, as the file itself says.
        language: code of the language, as the file itself says ("nl").
        links: of a PDF, to places within it, in order of their pages.
    """

    source: Source
    format: DocumentFormat
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...] = ()
    title: str | None = None
    notes: tuple[str, ...] = ()
    report: tuple[PageReport, ...] = ()
    author: str | None = None
    date: str | None = None
    language: str | None = None
    links: tuple[Link, ...] = ()


class Position(Value, frozen=True, order=True):
    """A place between blocks: before block `block` of page `page`, both from 0."""

    page: int
    block: int


class Case(Value, frozen=True):
    """A case, or a chapter or page that is no case, with its place in a document.

    Attributes:
        entry: what is known of it: what the manifest says, and what its text surely says of its
            place (the card says which); for a part that is no case only `id` and `title`.
        kind: whether it is a case.
        edition: number of the edition; None for a page about the whole series.
        document: id of the source it stands in.
        start: its first block.
        end: behind its last block.
        pages: the pages it touches; empty for files without pages and for cases not found.
        found_by: how its start was found.
        confidence: how sure its start is.
        reasons: what agrees with that start and what speaks against it, each a few words.
        role: what a chapter that is no case is to the bundle; None for a case or page.
    """

    entry: CaseEntry
    kind: CaseKind
    edition: int | None
    document: str
    start: Position
    end: Position
    pages: tuple[PageRef, ...]
    found_by: FoundBy
    confidence: Confidence = "sure"
    reasons: tuple[str, ...] = ()
    role: ChapterRole | None = None


class Span(Value, frozen=True):
    """A run of characters of a page: `pages[page].text[start:end]`."""

    page: int
    start: int
    end: int


class Passage(Value, frozen=True):
    """A few paragraphs of one case, the unit that is searched.

    Attributes:
        id: the case's id, a slash, and the number of the passage in the case, three digits.
        case: id of the case.
        document: id of the source.
        headings: the headings it stands under, outermost first.
        spans: where its text stands, a span a page, in order.
        text: the text of the spans, a blank line between them.
        sentences: its sentences, each a span; none crosses a page.
    """

    id: str
    case: str
    document: str
    headings: tuple[str, ...]
    spans: tuple[Span, ...]
    text: str
    sentences: tuple[Span, ...]
