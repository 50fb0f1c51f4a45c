"""A small invented series with everything that a page can go wrong on, and an app over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from corpus import Series, find_series
from indexer.pipeline import build_index
from search.web import create_app

MANIFEST = """
id = "de-kade"
title = "Langs de <Kade>"
publisher = "Uitgeverij Verzonnen & Zoon"
notice = "Alles in deze serie is verzonnen."

[[editions]]
number = 1
title = "Langs de kade 1"
published = "2020-03"
authors = ["A. Verzonnen"]
focus = "samen eten"
landing_pages = ["https://kade.example/een", "javascript:alert(1)"]

[[editions.sources]]
id = "kade-1"
path = "kade-1.md"
kind = "publication"
title = "Langs de kade 1"

[[editions.cases]]
id = "tuinhuis"
title = "Het Tuinhuis"
place = "Waterdam"
themes = ["moestuin", "samen eten"]
target_groups = ["ouderen"]
sources = ["https://kade.example/tuinhuis", "javascript:alert(1)"]
background_sources = ["https://elders.example/achtergrond"]

[[editions.cases]]
id = "veenoord"
place = "Veenoord"

[[editions.cases]]
id = "zoek"
title = "De Zoekgeraakte Schuit"
place = "Nergenshuizen"

[[editions]]
number = 2
title = "Langs de kade 2"

[[editions.sources]]
id = "kade-2"
path = "kade-2.md"
kind = "summary"
title = "Kadewijzer 2 (samenvatting in eigen woorden)"

[[editions.cases]]
id = "loods"
title = "De Loods"
place = "Waterdam"
themes = ["sport"]

[[pages]]
id = "op-het-web"
path = "web.html"
kind = "page"
title = "De kade op het web"
url = "https://kade.example/web"

[[pages]]
id = "bewaard"
path = "bewaard.html"
kind = "page"
title = "Een bewaarde pagina"
"""

FIRST = """# Voorwoord

De makers danken iedereen.

# Het Tuinhuis

## Aanpak

In het Tuinhuis koken buren elke week soep uit de moestuin. Wie wil, helpt mee.

## Tweede seizoen

In de moestuin groeit nu ook pompoen.

## Derde seizoen

De moestuin kreeg een hek.

## Vierde seizoen

De moestuin kreeg een schuur.

# Veenoord

In Veenoord is een moestuin bij de haven.
"""

SECOND = """# De Loods

## Aanpak

In de loods roeien jongeren op woensdag & vrijdag.
"""

PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><article><h1>{title}</h1><p>{text}</p></article></main></body></html>"""


def write_series(folder: Path) -> Series:
    """Writes the series into a new folder and reads it."""
    folder.mkdir()
    hostile = PAGE.format(
        title="Bewaard",
        text="Tikfout op de werf: &lt;script&gt;alert(1)&lt;/script&gt; en &lt;b&gt;vet&lt;/b&gt;.",
    )
    texts = {
        "series.toml": MANIFEST,
        "kade-1.md": FIRST,
        "kade-2.md": SECOND,
        "web.html": PAGE.format(title="Web", text="Op het web staat een zonnebloem in bloei."),
        "bewaard.html": hostile,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return find_series(str(folder))


def build(series: Series, home: Path) -> None:
    """Builds the index of the series, silently."""
    build_index(series, home, report=lambda *_: None)


@contextmanager
def web_app(series: Series, home: Path) -> Iterator[Flask]:
    """The app; its index is closed behind it."""
    app = create_app(series, home)
    try:
        yield app
    finally:
        app.extensions["wijk"].close()
