"""Crosses two fields: how many cases have both values, and where there is none (the gap map)."""

from collections.abc import Sequence
from dataclasses import replace

from corpus import QuestionError
from search.cases.models import Axis, AxisValue, Cell, Matrix
from search.collection import Collection
from search.fields import Field, Row, all_values, find_field, read_rows, value_label
from search.filters import choices, passing
from search.models import NO_FILTERS, Filters

NOT_DESCRIBED = "niet beschreven"


def cross(collection: Collection, rows: str, columns: str, filters: Filters = NO_FILTERS) -> Matrix:
    """How many cases have each value of one field together with each value of another.

    All values of a listed field (edition, theme, target group, social capital) have their row or
    column, also without a case: what is missing is what the matrix is for. Of a field that is
    filtered only the chosen values. Cases without a value stand under None. A broader concept
    counts the cases of its narrower ones too, so a total is not the sum of its cells.

    Args:
        collection: the open index.
        rows: name of a field.
        columns: name of another.
        filters: which cases to look in.

    Raises:
        QuestionError: there is no such field, it is twice the same, or a filter names a value that
            the series does not have.
    """
    row_field, column_field = find_field(rows), find_field(columns)
    if row_field == column_field:
        raise QuestionError(f"{rows} cannot cross itself.", remedy="Give two different fields.")
    table = read_rows(collection)
    chosen = choices(collection, filters, table)
    passed = passing(table, chosen, but=(row_field, column_field))
    cases = [row for row in table if row.case.kind == "case" and row.case.entry.id in passed]
    row_axis = _axis(collection, row_field, filters, cases, table)
    column_axis = _axis(collection, column_field, filters, cases, table)
    return Matrix(
        total=len(cases),
        rows=row_axis,
        columns=column_axis,
        cells=tuple(
            tuple(
                _cell(collection, cases, (row_field, one.value), (column_field, other.value))
                for other in column_axis.values
            )
            for one in row_axis.values
        ),
    )


def _axis(
    collection: Collection,
    field: Field,
    filters: Filters,
    cases: Sequence[Row],
    table: Sequence[Row],
) -> Axis:
    own = replace(NO_FILTERS, **{field.attribute: getattr(filters, field.attribute)})
    choice = choices(collection, own, table).get(field)
    values: list[str | None] = [
        value
        for value in all_values(collection, field, cases)
        if choice is None or value in choice.values
    ]
    if choice is None and any(_has(row, field, None) for row in cases):
        values.append(None)
    return Axis(
        field=field.name,
        label=field.label,
        values=tuple(
            AxisValue(
                value,
                NOT_DESCRIBED if value is None else value_label(collection, field, value),
                sum(_has(row, field, value) for row in cases),
            )
            for value in values
        ),
    )


def _cell(collection: Collection, cases: Sequence[Row], *pairs: tuple[Field, str | None]) -> Cell:
    having = [row for row in cases if all(_has(row, field, value) for field, value in pairs)]
    return Cell(len(having), tuple(collection.case_ref(row.case.entry.id) for row in having))


def _has(row: Row, field: Field, value: str | None) -> bool:
    return value in row.members(field) if value is not None else not row.listed(field)
