"""The same answers as JSON: what `wijk ... --json` prints, with addresses of this server."""

import msgspec
from flask import Blueprint, Response, abort, request

from corpus import QuestionError, Value
from search.answers import ask
from search.cases import cross, list_cases, read_case, similar_cases
from search.cases.similar import DEFAULT_LIMIT as MOST_ALIKE
from search.citing import FORMS, cite
from search.hits import DEFAULT_LIMIT, search
from search.sheets import (
    Sheet,
    cases_sheet,
    matrix_sheet,
    results_sheet,
    similar_sheet,
    themes_sheet,
)
from search.themes import count_themes
from search.web.asked import read_asked, read_filters, read_number
from search.web.keeper import kept
from search.web.links import link_answer, link_case_text, link_cases, link_results

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/v1/search")
def find() -> Response:
    """`Results` of the words in `q`, within the filters."""
    limit = read_number(request.args, "limit", default=DEFAULT_LIMIT)
    filters = read_filters(request.args)
    with kept().collection() as collection:
        results = link_results(search(collection, _text(), filters, limit=limit))
    return _list(results, results_sheet(results), "passages")


@blueprint.get("/api/v1/ask")
def answer() -> Response:
    """`Answer` to the question in `q`, within the filters."""
    if not _text().strip():
        raise QuestionError("There is no question.", remedy="Give one: ?q=...")
    filters = read_filters(request.args)
    with kept().collection() as collection:
        return _json(link_answer(ask(collection, _text(), filters)))


@blueprint.get("/api/v1/cases")
def cases() -> Response:
    """`CaseList` of the cases that meet `q` (if any) and the filters, with facets."""
    asked = read_asked(request.args, "cases")
    with kept().collection() as collection:
        found = list_cases(collection, asked.text, asked.filters, sort=asked.sort, facets=True)
        linked = link_cases(found)
    return _list(linked, cases_sheet(linked), "cases")


@blueprint.get("/api/v1/cases/<case_id>")
def case(case_id: str) -> Response:
    """`CaseText` of one case."""
    with kept().collection() as collection:
        if collection.case(case_id) is None:
            abort(404)
        return _json(link_case_text(read_case(collection, case_id)))


@blueprint.get("/api/v1/cases/<case_id>/similar")
@blueprint.get("/api/v1/similar/<case_id>", endpoint="similar_by_id")
def similar(case_id: str) -> Response:
    """`SimilarCases` of one case."""
    limit = read_number(request.args, "limit", default=MOST_ALIKE)
    filters = read_filters(request.args)
    with kept().collection() as collection:
        known = collection.case(case_id)
        if known is None or known.kind != "case":
            abort(404)
        found = similar_cases(collection, case_id, filters, limit=limit)
    return _list(found, similar_sheet(found), "similar")


@blueprint.get("/api/v1/matrix")
def matrix() -> Response:
    """`Matrix` of the fields `rows` and `columns`, within the filters."""
    rows = request.args.get("rows", "theme")
    columns = request.args.get("columns", "edition")
    with kept().collection() as collection:
        table = cross(collection, rows, columns, read_filters(request.args))
    return _list(table, matrix_sheet(table), "matrix")


@blueprint.get("/api/v1/cite/<path:name>")
def citation(name: str) -> Response:
    """A case or passage in the form that `format` names."""
    form = request.args.get("format", "csl-json")
    if form not in FORMS:
        raise QuestionError(f"There is no form {form!r}.", remedy=f"Give: {', '.join(FORMS)}.")
    with kept().collection() as collection:
        try:
            text = FORMS[form].write([cite(collection, name)])
        except QuestionError:
            abort(404)
    return Response(text, content_type=f"{FORMS[form].mimetype}; charset=utf-8")


@blueprint.get("/api/v1/themes")
def themes() -> Response:
    """`ThemeTable`, of some editions or all."""
    editions = read_filters(request.args).editions
    with kept().collection() as collection:
        table = count_themes(collection, editions)
    return _list(table, themes_sheet(table), "themes")


@blueprint.get("/healthz")
def health() -> Response:
    """Whether there is an index to answer from, and what is in it."""
    with kept().collection() as collection:
        catalogue = collection.catalogue
        return _json(
            {
                "status": "ok",
                "series": catalogue.series.id,
                "stamp": collection.stamp.short(),
                "cases": sum(case.kind == "case" for case in catalogue.cases),
                "passages": sum(info.passages for info in catalogue.documents),
            }
        )


def _text() -> str:
    return request.args.get("q", "")


def _json(value: Value | dict[str, str | int]) -> Response:
    return Response(msgspec.json.encode(value), mimetype="application/json")


def _list(whole: Value, sheet: Sheet, name: str) -> Response:
    """A list as JSON, or as a file: `format=csv` or `format=jsonl`."""
    form = request.args.get("format", "json")
    if form == "json":
        return _json(whole)
    if form not in {"csv", "jsonl"}:
        raise QuestionError(f"There is no form {form!r}.", remedy="Give: json, jsonl or csv.")
    text = sheet.as_csv() if form == "csv" else sheet.as_lines()
    kind = "text/csv" if form == "csv" else "application/jsonl"
    response = Response(text, content_type=f"{kind}; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{form}")
    return response
