"""The tabs at the outer edge of pages: what stands on its side there, to thumb through by."""

from collections.abc import Sequence

from indexer.extract.lines import Line, Sheet

_FEWEST_PAGES = 3
_PART = 1 / 3  # of the pages have a tab, if the document has tabs at all


def tab_lines(sheets: Sequence[Sheet]) -> frozenset[Line]:
    """The lines on their side beside all text of their page, if a third of the pages have such.

    The name of a photographer stands so too, but not on page after page. A document of fewer than
    three pages has tabs if all have one.
    """
    tabs = frozenset(line for sheet in sheets for line in sheet.lines if _is_beside(line, sheet))
    pages = len({line.page for line in tabs})
    enough = max(_PART * len(sheets), min(_FEWEST_PAGES, len(sheets)), 2)
    return tabs if pages >= enough else frozenset()


def _is_beside(line: Line, sheet: Sheet) -> bool:
    """Whether a line stands on its side, to the left or right of all that is level with it."""
    if not line.turned:
        return False
    level = [one for one in sheet.lines if not one.turned and one.y0 < line.y1 and one.y1 > line.y0]
    return all(one.x1 <= line.x0 for one in level) or all(one.x0 >= line.x1 for one in level)
