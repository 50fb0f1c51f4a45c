"""The pages for people: search, and themes over the bundles."""

from collections import Counter
from dataclasses import replace
from typing import Any, NamedTuple

from flask import Blueprint, render_template, request

from search.answers import ask
from search.cases import CaseSummary, list_cases
from search.collection import Collection
from search.hits import search
from search.themes import count_themes
from search.web.asked import FIRST_SHOWN, MOST_SHOWN, Asked, read_asked, read_filters
from search.web.cases import show_cases
from search.web.choices import bundle_choices, read_choices
from search.web.groups import count_line, group_hits, is_named
from search.web.keeper import kept
from search.web.links import link_answer, link_cases, link_results

blueprint = Blueprint("pages", __name__)

_EXAMPLE_KEYWORDS = 3


class Coverage(NamedTuple):
    """Of an edition, how many cases there are, and of how many more is known than the place."""

    edition: int
    cases: int
    described: int

    @property
    def is_thin(self) -> bool:
        """Whether a theme may be missed because too little is known."""
        return self.described < self.cases


@blueprint.get("/")
def find() -> str:
    """The search page: an introduction, or passages for words and questions.

    Filters without words ask for a list of cases.
    """
    asked = read_asked(request.args)
    if asked.filters and not asked.text:
        return show_cases(replace(asked, page="cases"))
    with kept().collection() as collection:
        if asked.text:
            template, values = "found.html", _found(collection, asked)
        else:
            template, values = "home.html", _home(collection)
        choices = read_choices(collection, kept().theme_table(), asked)
    return render_template(template, asked=asked, choices=choices, **values)


@blueprint.get("/themas")
def themes() -> str:
    """How many cases of each bundle have each theme."""
    editions = read_filters(request.args).editions
    with kept().collection() as collection:
        table = count_themes(collection, editions)
        bundles = bundle_choices(collection, editions)
    cases = {int(choice.value): choice.count for choice in bundles}
    coverage = [
        Coverage(number, cases[number], described)
        for number, described in zip(table.editions, table.described, strict=True)
    ]
    return render_template(
        "themes.html",
        table=table,
        bundles=bundles,
        coverage=coverage,
    )


def _found(collection: Collection, asked: Asked) -> dict[str, Any]:
    results = link_results(search(collection, asked.text, asked.filters, limit=asked.shown))
    answer = link_answer(ask(collection, asked.text, asked.filters)) if asked.is_question else None
    meant = results.suggestion
    more = min(asked.shown + FIRST_SHOWN, MOST_SHOWN)
    return {
        "results": results,
        "groups": group_hits(collection, results),
        "count": count_line(results),
        "meant": replace(asked, text=meant, shown=FIRST_SHOWN) if meant else None,
        "answer": answer,
        "named": {case: is_named(collection, case) for case in answer.of_cases} if answer else {},
        "more": Asked(asked.text, asked.filters, more) if more > asked.shown else None,
    }


def _home(collection: Collection) -> dict[str, Any]:
    cases = link_cases(list_cases(collection)).cases
    by_edition: dict[int | None, list[CaseSummary]] = {}
    for case in cases:
        by_edition.setdefault(case.edition, []).append(case)
    return {"cases": by_edition, "examples": _examples(cases)}


def _examples(cases: tuple[CaseSummary, ...]) -> tuple[str, ...]:
    """Searches that find something in this series: common keywords, a place and a question."""
    keywords = Counter(theme for case in cases for theme in case.themes)
    words = sorted(keywords, key=lambda word: (-keywords[word], word))[:_EXAMPLE_KEYWORDS]
    described = [case for case in cases if case.named and case.themes]
    places = [case.place for case in described if case.place]
    questions = [f"Waar gaat {case.title} over?" for case in described]
    return (*words, *places[:1], *questions[-1:])
