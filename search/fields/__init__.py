"""The fields that cases are filtered, counted, sorted and crossed by: one list for every interface.

A case has *values* of a field, which are listed and counted, and may have more by which it is found
too: a theme's broader themes, the municipality of a place. What a reader types is resolved to a
`Choice` of values before any case is tested, so that a value on a screen always means itself.

- `values` reads what a case has of a field; `table` is the list of fields, with a row a case.
"""

from search.fields.table import (
    FIELDS,
    Choice,
    Field,
    FieldName,
    Row,
    all_values,
    choose,
    find_field,
    listing_fields,
    read_rows,
    value_label,
)
from search.fields.values import names

__all__ = [
    "FIELDS",
    "Choice",
    "Field",
    "FieldName",
    "Row",
    "all_values",
    "choose",
    "find_field",
    "listing_fields",
    "names",
    "read_rows",
    "value_label",
]
