"""Sends the documents that hits lead to: only those that are in the catalogue."""

from pathlib import Path

from flask import Blueprint, Response, abort, send_file

from indexer.store import DocumentInfo
from search.collection import Collection
from search.web.headers import PDF_POLICY, SAVED_PAGE_POLICY
from search.web.keeper import kept

blueprint = Blueprint("files", __name__)

_TYPES = {
    "pdf": ("application/pdf", PDF_POLICY),
    "html": ("text/html", SAVED_PAGE_POLICY),
    "text": ("text/plain", SAVED_PAGE_POLICY),
}


@blueprint.get("/bron/<name>")
def source(name: str) -> Response:
    """The file of a document; `#page=12` behind its address opens it there."""
    with kept().collection() as collection:
        info = _find(collection, name)
    if info is None or not Path(info.path).is_file():
        abort(404)
    mimetype, policy = _TYPES[info.format]
    response = send_file(
        info.path, mimetype=mimetype, download_name=Path(info.path).name, conditional=True
    )
    response.headers["Content-Security-Policy"] = policy
    return response


def _find(collection: Collection, name: str) -> DocumentInfo | None:
    """By id, or by file name: saved pages link to each other by file name."""
    by_id = collection.document(name)
    by_file = (info for info in collection.catalogue.documents if Path(info.path).name == name)
    return by_id or next(by_file, None)
