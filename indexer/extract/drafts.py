"""Blocks in the making: the lines of a paragraph, heading or item, with what is around them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from statistics import median

from indexer.extract.areas import Area, area_of
from indexer.extract.charts import part_chart_labels
from indexer.extract.initials import with_initials
from indexer.extract.labelled import with_values
from indexer.extract.lines import Line, Shape, Sheet
from indexer.extract.marginalia import part_margin_notes
from indexer.extract.order import in_reading_order
from indexer.extract.panels import Panel, Surroundings
from indexer.extract.paragraphs import PanelOf, paragraphs, rejoined
from indexer.extract.repair import WordTest, join_lines
from indexer.extract.stacks import Look
from indexer.extract.style import Style, half
from indexer.extract.tables import whole_rows

_TITLE_SIZE = 1.3  # times the text: so large is a title that may stand over all columns


@dataclass(slots=True)
class Draft:
    """A block before its document is known.

    Attributes:
        lines: from top to bottom; of more than one column where it runs on.
        text: joined, with the marks of notes as `marks` writes them.
        panel: place of the panel it stands in; None outside.
        ruled: whether that panel is only the space between two rules.
        barred: whether a bar stands beside it.
        divided: whether a rule stands right above it, as above the notes of a page.
        charted: whether it has the labels of a chart (`charts`).
        aside: whether it stands in the white beside the text (`marginalia`).
        pictured: whether a picture stands right above or below it.
        above: the draft above it in its column; None at the head.
        below: the draft below it in its column; None at the foot.
        kind: of the block; "speaker" for who said a quote.
        size: of its type, rounded; 0 for a heading that stands out by other means.
        level: of a heading, as the outline says; 0 where it does not.
        texts: of its lines; the first may have lost its first word to the page before.
        right: the right edge of the line that ends furthest to the right.
    """

    lines: list[Line]
    text: str
    panel: int | None = None
    ruled: bool = False
    barred: bool = False
    divided: bool = False
    aside: bool = False
    charted: bool = False
    pictured: bool = False
    above: "Draft | None" = None
    below: "Draft | None" = None
    kind: str = "paragraph"
    size: float = 0.0
    level: int = 0
    texts: list[str] = field(default_factory=list)
    right: float = 0.0

    @property
    def area(self) -> Area:
        """Its box."""
        return area_of(self.lines)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    def take(self, rest: "Draft") -> None:
        """Goes on with the lines of another; its text is not made anew yet (`rejoin`)."""
        self.lines += rest.lines
        self.texts += rest.texts
        self.right = max(self.right, rest.right)

    def rejoin(self, is_word: WordTest) -> None:
        """Makes its text anew from its texts."""
        self.text = join_lines(self.texts, is_word=is_word)


def drafts_of(
    sheet: Sheet, style: Style, titles: Mapping[str, int], is_word: WordTest
) -> list[Draft]:
    """The drafts of a page in reading order, its margin notes behind all others."""
    around = Surroundings(sheet, style.leading_of)
    lines: Sequence[Line] = with_initials(sheet.lines, is_word)
    ends = {at: panel.x1 for at, panel in enumerate(around.panels) if not panel.by_rules}
    lines = with_values(lines, around.panel_of, ends) if ends else lines
    lines = whole_rows(lines, sheet.shapes, is_word, leading_of=style.leading_of)
    panels = {line: around.panel_of(line) for line in lines} if around.panels else {}
    panel_of = panels.get if panels else _outside
    lines, charts = part_chart_labels(lines, sheet.shapes)
    lines, notes = part_margin_notes(lines, style, titles, panel_of=panel_of)
    drawn: Sequence[Panel | Shape] = (*around.panels, *around.pictures)
    standing = [Area(it.x0, it.y0, it.x1, it.y1) for it in drawn]
    text = paragraphs(lines, style, titles, panel_of=panel_of, standing=standing)
    groups = (*text, *map(tuple, charts))
    order = in_reading_order(
        [area_of(group) for group in groups],
        titles={
            at: group[0].size
            for at, group in enumerate(groups)
            if group[0].size >= _TITLE_SIZE * style.size
        },
        pictures=[area_of([picture]) for picture in around.pictures],
        panels=_in_panels(groups, panel_of, around),
        looks=[_look(group[0]) for group in groups],
        line=median([line.y1 - line.y0 for line in sheet.lines]) if sheet.lines else inf,
    )
    if order != sorted(order):
        groups = rejoined(
            [groups[at] for at in order], style, titles, panel_of=panel_of, standing=standing
        )
    drafts = [_draft(group, panel_of(group[0]), around, is_word) for group in groups]
    labels = {chart[0] for chart in charts}
    drafts = [replace(draft, charted=draft.first in labels) for draft in drafts]
    _link(drafts)
    return drafts + [replace(_draft(note, None, around, is_word), aside=True) for note in notes]


def _in_panels(
    groups: Sequence[Sequence[Line]], panel_of: PanelOf, around: Surroundings
) -> Sequence[Sequence[int]]:
    """The places of the groups in each panel that is drawn as an area."""
    panels: dict[int, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        panel = panel_of(group[0])
        if panel is not None and not around.panels[panel].by_rules:
            panels[panel].append(at)
    return list(panels.values())


def _look(line: Line) -> Look:
    return Look((half(line.size), line.bold, line.italic), line.colour)


def _outside(_line: Line) -> None:
    """The panel of a line on a page without panels."""


def _draft(
    group: Sequence[Line], panel: int | None, around: Surroundings, is_word: WordTest
) -> Draft:
    texts = [line.text for line in group]
    return Draft(
        lines=list(group),
        text=join_lines(texts, is_word=is_word),
        panel=panel,
        ruled=panel is not None and around.panels[panel].by_rules,
        barred=around.has_bar(group),
        divided=around.is_below_rule(group[0]),
        pictured=around.is_by_picture(group),
        size=half(group[0].size),
        texts=texts,
        right=max([line.x1 for line in group]),
    )


def _link(drafts: Iterable[Draft]) -> None:
    """Tells each draft what stands above and below it."""
    before: Draft | None = None
    for draft in drafts:
        if before is not None and _is_below(before.last, draft.first):
            before.below, draft.above = draft, before
        before = draft


def _is_below(upper: Line, lower: Line) -> bool:
    return lower.y0 < upper.y0
