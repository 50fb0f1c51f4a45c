"""The same answers as JSON: what `wijk ... --json` prints, with addresses of this server."""

import msgspec
from flask import Blueprint, Response, abort, request

from corpus import QuestionError, Value
from search.answers import ask
from search.cases import list_cases, read_case
from search.hits import DEFAULT_LIMIT, search
from search.themes import count_themes
from search.web.asked import read_filters, read_number
from search.web.keeper import kept
from search.web.links import link_answer, link_case_text, link_cases, link_results

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/v1/search")
def find() -> Response:
    """`Results` of the words in `q`, within the filters."""
    limit = read_number(request.args, "limit", default=DEFAULT_LIMIT)
    filters = read_filters(request.args)
    with kept().collection() as collection:
        return _json(link_results(search(collection, _text(), filters, limit=limit)))


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
    """`CaseList` of the cases that meet `q` (if any) and the filters."""
    filters = read_filters(request.args)
    with kept().collection() as collection:
        return _json(link_cases(list_cases(collection, _text(), filters)))


@blueprint.get("/api/v1/cases/<case_id>")
def case(case_id: str) -> Response:
    """`CaseText` of one case."""
    with kept().collection() as collection:
        if collection.case(case_id) is None:
            abort(404)
        return _json(link_case_text(read_case(collection, case_id)))


@blueprint.get("/api/v1/themes")
def themes() -> Response:
    """`ThemeTable`, of some editions or all."""
    editions = read_filters(request.args).editions
    with kept().collection() as collection:
        return _json(count_themes(collection, editions))


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
