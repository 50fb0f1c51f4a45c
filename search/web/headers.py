"""The headers that every answer carries: nothing from elsewhere, nothing to elsewhere."""

from flask import Flask, Response

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# A saved web page is someone else's: it may show its own style and nothing more. It runs no script,
# loads nothing, and is a stranger to this server.
SAVED_PAGE_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

# Browsers draw a PDF with a page of their own under the policy of the file; a sandbox would leave
# it blank.
PDF_POLICY = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # An answer may be kept, but is asked for again: after `wijk index` the pages are other ones.
    "Cache-Control": "no-cache",
}


def register(app: Flask) -> None:
    """Puts the headers on every answer of the app; what a route set itself stays."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response
