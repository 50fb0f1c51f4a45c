"""The values that are shown of cases. Later versions add keys and rename none."""

from msgspec import field

from corpus import CardField, PageRef, Value
from corpus.cards import Origin
from corpus.models import CaseKind, ChapterRole, Confidence, FoundBy, SocialCapital
from search.fields import FieldName
from search.models import CaseRef, DocumentRef, Verbatim

_MOST_OF_IT = 0.6


class CaseSummary(Value, frozen=True):
    """A case in a list, and the whole of what is known of it.

    Attributes:
        id: of the case.
        title: its name, or its place where the name is not known.
        place: town or village.
        edition: number of the edition.
        pages: every page of the case, in order; empty when it was not found in its document.
        named: False where no public source gives the name.
        kind: whether it is a case.
        themes: labels of its themes, or the manifest's keywords where it has none.
        target_groups: labels of its target groups, or the manifest's words where it has none.
        keywords: the manifest's own keywords.
        year: in which it began.
        organisations: who carries it, by name.
        document: where it stands.
        location: where to open its first page.
        found_by: how its start was found.
        confidence: how sure its start is.
        reasons: what agrees with that start and what speaks against it.
        role: what a chapter that is no case is to the bundle; None for a case or page.
        sources: where the facts in the manifest come from.
        background_sources: where the background facts come from.
    """

    id: str
    title: str
    place: str | None
    edition: int | None
    pages: tuple[PageRef, ...]
    named: bool
    kind: CaseKind
    neighbourhood: str | None
    municipality: str | None
    province: str | None
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    keywords: tuple[str, ...]
    year: str | None
    organisations: tuple[str, ...]
    social_capital: SocialCapital | None
    document: DocumentRef
    location: str
    found_by: FoundBy
    confidence: Confidence
    reasons: tuple[str, ...]
    role: ChapterRole | None
    sources: tuple[str, ...]
    background_sources: tuple[str, ...]


class FacetValue(Value, frozen=True):
    """A value that could be chosen.

    Attributes:
        value: as a filter takes it.
        label: as a reader sees it.
        count: the cases that have it, within the words and the filters of the other fields: the
            list with this value alone in its field. Never 0.
        total: how long the list is with this value added to what is chosen now.
        chosen: whether it is chosen now.
    """

    value: str
    label: str
    count: int
    total: int
    chosen: bool


class Facet(Value, frozen=True):
    """A field with the values that lead to cases, most cases first; years and editions in order."""

    field: FieldName
    label: str
    values: tuple[FacetValue, ...]


class CaseList(Value, frozen=True):
    """The cases that meet the words and filters, in the order that was asked for.

    Attributes:
        total: how many.
        cases: all of them.
        facets: what else could be chosen, field by field; empty unless it was asked for.
        suggestion: the words as they were perhaps meant, as that of `Results`.
    """

    total: int
    cases: tuple[CaseSummary, ...]
    facets: tuple[Facet, ...] = ()
    suggestion: str | None = None


class CasePassage(Value, frozen=True):
    """What stands of a passage on one page; one that runs over a page end is shown as two."""

    headings: tuple[str, ...]
    text: str
    page: PageRef | None
    location: str


class Proof(Verbatim, frozen=True, kw_only=True):
    """A sentence that proves a value of a card; its JSON calls the text `quote`."""

    text: str = field(name="quote")


class CardEntry(Value, frozen=True):
    """A value of the card.

    Attributes:
        field: of which field; "themas" and "doelgroepen" are the fields of labels.
        label: the field as a reader sees it.
        value: in a few words.
        origin: who says so: the manifest, the text, or the list of municipalities.
        proof: the quotes that show it, best first; empty where the text has no part in it.
        note: what a reader must know beside it.
    """

    field: CardField
    label: str
    value: str
    origin: Origin
    proof: tuple[Proof, ...] = ()
    note: str | None = None

    @property
    def is_quoted(self) -> bool:
        """Whether its quote shows the value already, so that it need not be said twice."""
        return any(
            self.value in proof.whole and len(self.value) > _MOST_OF_IT * len(proof.whole)
            for proof in self.proof
        )


class LabelEntry(Value, frozen=True):
    """A theme or target group of a case, with the quotes that prove it."""

    id: str
    label: str
    definition: str
    proof: tuple[Proof, ...] = ()


class GistSentence(Value, frozen=True):
    """A sentence of a case that says much of what the whole says, verbatim."""

    text: str
    page: PageRef | None
    location: str


class CaseText(Value, frozen=True):
    """A case whole.

    Attributes:
        case: what lists show of it.
        card: what is known of it; a field without an entry is not described.
        undescribed: labels of the fields that are not described.
        themes: with their proof.
        target_groups: with their proof.
        notes: where manifest, text and list contradict each other.
        gist: the best sentences, in reading order.
        passages: its text, in reading order.
    """

    case: CaseSummary
    card: tuple[CardEntry, ...]
    undescribed: tuple[str, ...]
    themes: tuple[LabelEntry, ...]
    target_groups: tuple[LabelEntry, ...]
    notes: tuple[str, ...]
    gist: tuple[GistSentence, ...]
    passages: tuple[CasePassage, ...]


class Shared(Value, frozen=True):
    """Something that two cases have in common, and what it adds to their likeness."""

    value: str
    label: str
    weight: float


class Likeness(Value, frozen=True):
    """In what two cases are alike: a field, or the words of their texts.

    Attributes:
        field: name of the field, or "words".
        label: as a reader sees it.
        weight: what it adds to the score.
        shared: what they have in common, heaviest first; of words the first few.
    """

    field: str
    label: str
    weight: float
    shared: tuple[Shared, ...]


class SimilarCase(Value, frozen=True):
    """A case that is like another; the weights of the reasons add up to the score, from 0 to 1."""

    case: CaseRef
    score: float
    reasons: tuple[Likeness, ...]


class SimilarCases(Value, frozen=True):
    """The cases that are most like one, most alike first."""

    case: CaseRef
    similar: tuple[SimilarCase, ...]


class AxisValue(Value, frozen=True):
    """A row or column: a value (None: cases without one) and how many cases have it."""

    value: str | None
    label: str
    total: int


class Axis(Value, frozen=True):
    """The rows or columns of a matrix."""

    field: FieldName
    label: str
    values: tuple[AxisValue, ...]


class Cell(Value, frozen=True):
    """How many cases have both values, and which."""

    count: int
    cases: tuple[CaseRef, ...]


class Matrix(Value, frozen=True):
    """Two fields crossed: `cells[row][column]`; a case may stand in several cells."""

    total: int
    rows: Axis
    columns: Axis
    cells: tuple[tuple[Cell, ...], ...]
