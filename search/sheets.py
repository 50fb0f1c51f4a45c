"""Lists for other programs: rows for a spreadsheet (CSV), and one JSON value a line (JSON Lines).

A sheet is made of any list that is shown, so that terminal and browser give the same file.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from search.cases import CaseList, CaseSummary, Matrix, SimilarCases
from search.models import Hit, Results, ThemeTable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

HIT_COLUMNS = (
    "case_id", "case_title", "place", "edition", "document", "document_kind", "page_label",
    "page_number", "score", "text", "location",
)  # fmt: skip
CASE_COLUMNS = (
    "id", "title", "named", "place", "neighbourhood", "municipality", "province", "edition",
    "first_page", "last_page", "first_file_page", "last_file_page", "themes", "target_groups",
    "keywords", "year", "organisations", "social_capital", "document", "document_kind", "location",
)  # fmt: skip


class Sheet(NamedTuple):
    """A list for other programs.

    Attributes:
        items: the values that are listed: a line of JSON each.
        columns: the heads of the rows.
        rows: a row an item, or more where an item is a row of figures itself.
    """

    items: Sequence[object]
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]

    def as_lines(self) -> str:
        """The items as JSON Lines."""
        return "".join(msgspec.json.encode(item).decode() + "\n" for item in self.items)

    def as_csv(self) -> str:
        """The rows as CSV with a head."""
        return as_csv(self.columns, self.rows)


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180) with a head.

    A text that a spreadsheet would take for a formula gets an apostrophe in front of it, which a
    spreadsheet does not show (OWASP, "CSV Injection").
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def results_sheet(results: Results) -> Sheet:
    """A row a passage."""
    return Sheet(results.hits, HIT_COLUMNS, [hit_row(hit) for hit in results.hits])


def cases_sheet(found: CaseList) -> Sheet:
    """A row a case; what it has several of stands in one cell, with semicolons."""
    return Sheet(found.cases, CASE_COLUMNS, [_case_row(case) for case in found.cases])


def themes_sheet(table: ThemeTable) -> Sheet:
    """A row for each theme and edition; an item a theme."""
    rows = [
        (row.id, row.label, n.edition, n.count, n.of, "; ".join(case.id for case in n.cases))
        for row in table.themes
        for n in row.counts
    ]
    return Sheet(table.themes, ("theme", "label", "edition", "count", "of", "cases"), rows)


def similar_sheet(found: SimilarCases) -> Sheet:
    """A row a case, with its reasons in one cell."""
    rows = [
        (
            one.case.id,
            one.case.title,
            one.case.place,
            one.case.edition,
            one.score,
            "; ".join(f"{r.field}: {', '.join(s.label for s in r.shared)}" for r in one.reasons),
        )
        for one in found.similar
    ]
    return Sheet(found.similar, ("id", "title", "place", "edition", "score", "reasons"), rows)


def matrix_sheet(table: Matrix) -> Sheet:
    """A row a cell, also where there is no case."""
    columns = ("row", "row_label", "column", "column_label", "count", "cases")
    rows = [
        (
            row.value,
            row.label,
            column.value,
            column.label,
            cell.count,
            "; ".join(case.id for case in cell.cases),
        )
        for row, cells in zip(table.rows.values, table.cells, strict=True)
        for column, cell in zip(table.columns.values, cells, strict=True)
    ]
    return Sheet([dict(zip(columns, row, strict=True)) for row in rows], columns, rows)


def hit_row(hit: Hit) -> tuple[object, ...]:
    """The cells of a hit, a column of `HIT_COLUMNS` each."""
    page = (hit.page.label, hit.page.number) if hit.page else (None, None)
    case, document = hit.case, hit.document
    return (
        case.id, case.title, case.place, case.edition, document.id, document.kind, *page,
        hit.score, hit.snippet.text, hit.location,
    )  # fmt: skip


def _case_row(case: CaseSummary) -> tuple[object, ...]:
    ends = (case.pages[0], case.pages[-1]) if case.pages else ()
    labels = tuple(page.label for page in ends) or (None, None)
    numbers = tuple(page.number for page in ends) or (None, None)
    return (
        case.id, case.title, case.named, case.place, case.neighbourhood, case.municipality,
        case.province, case.edition, *labels, *numbers, "; ".join(case.themes),
        "; ".join(case.target_groups), "; ".join(case.keywords), case.year,
        "; ".join(case.organisations), case.social_capital, case.document.id, case.document.kind,
        case.location,
    )  # fmt: skip


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell
