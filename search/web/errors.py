"""What is said when something is wrong: in Dutch to people, in JSON to programs.

Messages that name a folder of this machine go to the log and not to the reader.
"""

from http import HTTPStatus
from typing import NamedTuple

import msgspec
from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from corpus import IndexFormatError, QuestionError, WijkError


class Trouble(NamedTuple):
    """What is wrong and what to do, in Dutch; `detail` is what the program itself says of it."""

    title: str
    text: str
    command: str = ""
    detail: str = ""


_NO_INDEX = Trouble(
    "Er is nog geen index",
    "De bundels moeten eerst worden gelezen. Geef op de computer waar wijk draait deze opdracht, "
    "en laad daarna deze pagina opnieuw.",
    command="wijk index",
)
_HTTP = {
    HTTPStatus.NOT_FOUND: Trouble(
        "Deze pagina is er niet",
        "Misschien is het adres niet goed overgenomen, of staat dit stuk niet meer in de index.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Trouble(
        "Dat kan hier niet", "Deze pagina kan alleen worden bekeken."
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Trouble(
        "Er ging iets mis in het programma",
        "Dit ligt niet aan uw vraag. Wat er misging staat in het venster waarin wijk draait.",
    ),
}
_OTHER = Trouble("Dit verzoek is niet goed aangekomen", "Ga terug en probeer het opnieuw.")


def register(app: Flask) -> None:
    """Gives the app its answers to what can go wrong."""
    app.register_error_handler(QuestionError, _wrong_question)
    app.register_error_handler(WijkError, _no_answer)
    app.register_error_handler(HTTPException, _http_error)


def _wrong_question(error: QuestionError) -> Response:
    trouble = Trouble(
        "Dat filter kent deze serie niet",
        "Kies een bundel of thema uit de lijst, of wis de filters.",
        detail=f"{error.message} {error.remedy}",
    )
    return _answer(HTTPStatus.BAD_REQUEST, trouble, error.message, error.remedy)


def _no_answer(error: WijkError) -> Response:
    current_app.logger.error("%s %s", error.message, error.remedy)
    if isinstance(error, IndexFormatError):
        rebuild = "--rebuild" in error.remedy
        trouble = _NO_INDEX._replace(
            title="De index is niet bruikbaar" if rebuild else _NO_INDEX.title,
            command="wijk index --rebuild" if rebuild else _NO_INDEX.command,
        )
        message = "The index cannot be used." if rebuild else "There is no index."
        remedy = f"Build it: {trouble.command}"
        return _answer(HTTPStatus.SERVICE_UNAVAILABLE, trouble, message, remedy)
    trouble = Trouble("De serie kan nu niet worden gelezen", "Meer staat in het venster van wijk.")
    message, remedy = "The series cannot be read.", "See the log of the server."
    return _answer(HTTPStatus.SERVICE_UNAVAILABLE, trouble, message, remedy)


def _http_error(error: HTTPException) -> Response:
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    response = _answer(status, _HTTP.get(status, _OTHER), f"{status.phrase}.", "Check the address.")
    kept = ("Allow", "Content-Range", "Location")
    response.headers.extend((k, v) for k, v in error.get_headers() if k in kept)
    return response


def _answer(status: HTTPStatus, trouble: Trouble, message: str, remedy: str) -> Response:
    if request.path.startswith("/api/") or request.path == "/healthz":
        body = msgspec.json.encode({"error": message, "remedy": remedy})
        return Response(body, status, mimetype="application/json")
    return make_response(render_template("error.html", trouble=trouble), status)
