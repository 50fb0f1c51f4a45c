"""The pages of cases: the list with its facets, a case, the gap map, and how to cite."""

from dataclasses import replace
from typing import NamedTuple

from flask import Blueprint, Response, abort, render_template, request

from corpus import CARD_FIELDS, FIELD_LABELS, CardField, QuestionError
from search.cases import cross, list_cases, read_case, similar_cases
from search.citing import FORMS, Citation, cite
from search.citing.apa import apa_pieces
from search.collection import Collection
from search.fields import Field, find_field, listing_fields, read_rows, value_label
from search.web.asked import (
    SORT_NAMES,
    Asked,
    address,
    arguments_of,
    including,
    read_asked,
    read_filters,
)
from search.web.choices import bundle_choices, facet_options, read_chosen
from search.web.keeper import kept
from search.web.links import link_case_text, link_cases

blueprint = Blueprint("cases", __name__)

# Fields of which a person can read all values as rows or columns.
_AXES = ("theme", "target-group", "edition", "social-capital", "province", "municipality", "year")


@blueprint.get("/casussen")
def listed() -> str:
    """The cases that meet words and filters, and what else could be chosen."""
    return show_cases(read_asked(request.args, "cases"))


def show_cases(asked: Asked) -> str:
    """The page with the list that was asked for."""
    with kept().collection() as collection:
        found = list_cases(collection, asked.text, asked.filters, sort=asked.sort, facets=True)
        return render_template(
            "cases.html",
            asked=asked,
            found=link_cases(found),
            meant=replace(asked, text=found.suggestion) if found.suggestion else None,
            facets=facet_options(found.facets, found.total, asked),
            chosen=read_chosen(collection, asked),
            sorts=SORT_NAMES,
        )


@blueprint.get("/casus/<case_id>")
def one(case_id: str) -> str:
    """One case, or another part of a document: its card, its text, what is like it."""
    with kept().collection() as collection:
        case = collection.case(case_id)
        if case is None:
            abort(404)
        text = link_case_text(read_case(collection, case_id))
        alike = similar_cases(collection, case_id).similar if case.kind == "case" else ()
        citation = cite(collection, case_id)
        lists = _lists(collection, case_id)
    return render_template(
        "case.html",
        text=text,
        labels_of_card=[FIELD_LABELS[field] for field in CARD_FIELDS],
        case=text.case,
        lists=lists,
        pieces=text.passages,
        alike=alike,
        reference=apa_pieces(citation),
        cited=case_id,
        forms=FORMS,
    )


@blueprint.get("/witte-vlekken")
def gaps() -> str:
    """Two fields crossed, with the cells where there is no case."""
    rows = _axis("rijen", _AXES[0])
    columns = _axis("kolommen", _AXES[1])
    if rows == columns:
        # Who only changes the rows to what the columns were means to turn the table.
        columns = find_field(next(name for name in _AXES if name != rows.name))
    filters = read_filters(request.args)
    asked = Asked(filters=filters, page="cases")
    with kept().collection() as collection:
        return render_template(
            "matrix.html",
            asked=asked,
            table=cross(collection, rows.name, columns.name, filters),
            row_field=rows,
            column_field=columns,
            axes=[find_field(name) for name in _AXES],
            bundles=bundle_choices(collection, filters.editions),
            arguments=arguments_of(asked),
        )


@blueprint.get("/citeer/<path:name>")
def citation(name: str) -> str:
    """A case or passage in every form of citing."""
    with kept().collection() as collection:
        found = _cited(collection, name)
    texts = {form: FORMS[form].write([found]) for form in FORMS}
    return render_template(
        "cite.html",
        citation=found,
        case_id=name.partition("/")[0],
        reference=apa_pieces(found),
        texts=texts,
        forms=FORMS,
        cited=name,
    )


@blueprint.get("/citeer-als/<form>/<path:name>")
def citation_file(form: str, name: str) -> Response:
    """The citation as a file to keep."""
    if form not in FORMS:
        abort(404)
    with kept().collection() as collection:
        text = FORMS[form].write([_cited(collection, name)])
    response = Response(text, content_type=f"{FORMS[form].mimetype}; charset=utf-8")
    filename = f"{name.replace('/', '-')}.{FORMS[form].suffix}"
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response


class ListLink(NamedTuple):
    """The list of the cases that share a value: its address, and the value as a reader sees it."""

    address: str
    label: str


def _lists(collection: Collection, case_id: str) -> dict[tuple[CardField, str], ListLink]:
    """The lists that the values of a card lead to, by field and value."""
    card = collection.card(case_id)
    row = next(row for row in read_rows(collection) if row.case.entry.id == case_id)
    fields = listing_fields(row, card) if card else {}
    every = Asked(page="cases")
    return {
        (of, value): ListLink(
            address(including(every, field, value)), value_label(collection, field, value)
        )
        for (of, value), field in fields.items()
    }


def _axis(name: str, default: str) -> Field:
    """The field that an argument names, in Dutch or as options name it."""
    asked = request.args.get(name, default)
    for field in map(find_field, _AXES):
        if asked in {field.name, field.parameter}:
            return field
    known = ", ".join(find_field(axis).parameter for axis in _AXES)
    raise QuestionError(f"{name} cannot be that.", remedy=f"Give one of {known}.")


def _cited(collection: Collection, name: str) -> Citation:
    """What has that id; a page that is not there otherwise."""
    try:
        return cite(collection, name)
    except QuestionError:
        abort(404)
