"""Puts the web view together."""

from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from corpus import Series
from search.editions import edition_names
from search.models import is_spoken
from search.web import api, cases, errors, files, headers, pages, wording
from search.web.asked import address, arguments_of
from search.web.keeper import Keeper, attach
from search.web.links import is_web


def create_app(series: Series, home: Path) -> Flask:
    """The web view of a series, on the index in `home`; opens the index at the first request."""
    app = Flask("search.web")
    keeper = Keeper(series, home)
    attach(app, keeper)
    # A name that is misspelt in a template must fail in a test, not vanish from the page.
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(wording.FILTERS)
    app.jinja_env.tests["web"] = is_web
    app.jinja_env.tests["spoken"] = is_spoken
    app.jinja_env.globals.update(
        address=address, arguments_of=arguments_of, summary_text=wording.SUMMARY_LABEL
    )

    @app.context_processor
    def _everywhere() -> dict[str, Any]:
        return {
            "series": series,
            "bundles_by_number": edition_names(series),
            "stale": keeper.is_stale(),
        }

    for part in (pages.blueprint, cases.blueprint, files.blueprint, api.blueprint):
        app.register_blueprint(part)
    errors.register(app)
    headers.register(app)
    return app
