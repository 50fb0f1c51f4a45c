"""The designs of the invented bundles: four ways to show the chapters, each in several looks."""

from collections.abc import Iterator
from itertools import chain

from bundle_design import Bundle, Frame, after_cover, from_forty, repeated, roman_front
from reading_pens import Look
from reading_writers import FpdfPen, RawPen, ReportlabPen, TexPen

ONE = (Frame(48, 540, 324, 50),)
TWO = (Frame(36, 540, 166, 50), Frame(218, 540, 166, 50))
BESIDE = (Frame(140, 540, 240, 50),)
BEFORE = (Frame(40, 540, 240, 50),)
BELOW = (Frame(48, 500, 324, 50),)
ABOVE = (Frame(48, 550, 324, 96),)

SERIF, SANS = Look("serif", 10), Look("sans", 9.5)
SERIF_BOLD, SANS_BOLD = Look("serif-bold", 10), Look("sans-bold", 9.5)
BLUE = (0.1, 0.2, 0.5)
LARGE, LARGE_SANS = Look("serif-bold", 20), Look("sans", 17, BLUE)
MIDDLE, MIDDLE_SANS = Look("serif-bold", 13), Look("sans-bold", 13)


def designs(wanted: str) -> list[Bundle]:
    """The designs of a set: "development" or "held-out"."""
    return list(_held_out() if wanted == "held-out" else chain(_seen()))


def _seen() -> Iterator[Bundle]:
    yield from _outlined()
    yield from _listed()
    yield from _headed()
    yield from _with_menu()


def _outlined() -> Iterator[Bundle]:
    yield Bundle(
        name="outline-large",
        shows="outline",
        pen=ReportlabPen,
        body=SERIF,
        title=LARGE,
        section=MIDDLE,
        frames=ONE,
        labels=roman_front,
        blank=1,
    )
    yield Bundle(
        name="outline-flow",
        shows="outline",
        pen=FpdfPen,
        body=SANS,
        title=SANS_BOLD,
        section=SANS_BOLD,
        frames=TWO,
        opens="flow",
        above=16,
    )
    yield Bundle(
        name="outline-shouted", shows="outline", pen=RawPen, body=SERIF, title=MIDDLE,
        section=MIDDLE, frames=ONE, shouted=True, opens="right", running=True,
    )  # fmt: skip


def _listed() -> Iterator[Bundle]:
    yield Bundle(
        name="contents-leaders",
        shows="contents",
        pen=ReportlabPen,
        body=SERIF,
        title=LARGE,
        section=MIDDLE,
        frames=ONE,
        contents="leaders",
        labels=roman_front,
        running=True,
    )
    yield Bundle(
        name="contents-left",
        shows="contents",
        pen=FpdfPen,
        body=SANS,
        title=MIDDLE_SANS,
        section=MIDDLE_SANS,
        frames=TWO,
        contents="number-left",
        labels=after_cover,
    )
    yield Bundle(
        name="contents-right",
        shows="contents",
        pen=RawPen,
        body=SERIF,
        title=SERIF_BOLD,
        section=SERIF_BOLD,
        frames=ONE,
        contents="right",
        labels=from_forty,
        contents_pages=2,
    )
    yield Bundle(
        name="contents-behind",
        shows="contents",
        pen=TexPen,
        body=SERIF,
        title=LARGE,
        section=MIDDLE,
        frames=ONE,
        contents="behind",
        labels=repeated,
        opens="flow",
        blank=2,
    )
    yield Bundle(
        name="contents-columns", shows="contents", pen=ReportlabPen, body=SANS,
        title=MIDDLE_SANS, section=MIDDLE_SANS, frames=ONE, contents="columns", opens="right",
        shouted=True,
    )  # fmt: skip


def _headed() -> Iterator[Bundle]:
    yield Bundle(
        name="headings-large",
        shows="headings",
        pen=FpdfPen,
        body=SERIF,
        title=LARGE_SANS,
        section=MIDDLE,
        frames=ONE,
        labels=after_cover,
    )
    yield Bundle(
        name="headings-flow",
        shows="headings",
        pen=ReportlabPen,
        body=SANS,
        title=LARGE_SANS,
        section=SANS_BOLD,
        frames=TWO,
        opens="flow",
        running=True,
    )
    yield Bundle(
        name="headings-same",
        shows="headings",
        pen=RawPen,
        body=SERIF,
        title=MIDDLE,
        section=MIDDLE,
        frames=ONE,
        numbered=False,
    )
    yield Bundle(
        name="headings-bold", shows="headings", pen=ReportlabPen, body=SERIF, title=SERIF_BOLD,
        section=Look("serif-italic", 10), frames=ONE, opens="right",
    )  # fmt: skip


def _with_menu() -> Iterator[Bundle]:
    yield Bundle(
        name="menu-left",
        shows="menu",
        pen=ReportlabPen,
        body=SANS,
        title=MIDDLE_SANS,
        section=MIDDLE_SANS,
        frames=BESIDE,
        menu="left",
        current="bold",
    )
    yield Bundle(
        name="menu-top",
        shows="menu",
        pen=FpdfPen,
        body=SERIF,
        title=SERIF_BOLD,
        section=SERIF_BOLD,
        frames=BELOW,
        menu="top",
        current="tint",
        wide=620,
    )
    yield Bundle(
        name="menu-right",
        shows="menu",
        pen=RawPen,
        body=SERIF,
        title=MIDDLE,
        section=MIDDLE,
        frames=BEFORE,
        menu="right",
        opens="flow",
        shouted=True,
    )
    yield Bundle(
        name="menu-untitled",
        shows="menu",
        pen=ReportlabPen,
        body=SANS,
        title=MIDDLE_SANS,
        section=MIDDLE_SANS,
        frames=BESIDE,
        menu="left",
        current="tint",
        titled=False,
    )
    yield Bundle(
        name="menu-colour", shows="menu", pen=FpdfPen, body=SANS, title=SANS_BOLD,
        section=SANS_BOLD, frames=BESIDE, menu="left", current="colour",
    )  # fmt: skip


def _held_out() -> Iterator[Bundle]:
    yield Bundle(
        name="outline-bold",
        shows="outline",
        pen=TexPen,
        body=SERIF,
        title=SERIF_BOLD,
        section=SERIF_BOLD,
        frames=TWO,
        labels=from_forty,
        opens="right",
    )
    yield Bundle(
        name="contents-dots",
        shows="contents",
        pen=FpdfPen,
        body=SANS,
        title=SANS_BOLD,
        section=SANS_BOLD,
        frames=ONE,
        contents="leaders",
        labels=repeated,
        blank=1,
        contents_pages=2,
    )
    yield Bundle(
        name="contents-narrow",
        shows="contents",
        pen=ReportlabPen,
        body=SERIF,
        title=LARGE_SANS,
        section=MIDDLE,
        frames=TWO,
        contents="right",
        opens="flow",
        labels=roman_front,
        blank=2,
    )
    yield Bundle(
        name="headings-shouted",
        shows="headings",
        pen=TexPen,
        body=SANS,
        title=MIDDLE_SANS,
        section=SANS_BOLD,
        frames=TWO,
        shouted=True,
        labels=from_forty,
    )
    yield Bundle(
        name="headings-equal",
        shows="headings",
        pen=FpdfPen,
        body=SERIF,
        title=LARGE,
        section=LARGE,
        frames=ONE,
        opens="right",
        running=True,
    )
    yield Bundle(
        name="menu-foot",
        shows="menu",
        pen=ReportlabPen,
        body=SERIF,
        title=SERIF_BOLD,
        section=SERIF_BOLD,
        frames=ABOVE,
        menu="foot",
        current="bold",
        wide=640,
    )
    yield Bundle(
        name="menu-tinted", shows="menu", pen=RawPen, body=SANS, title=MIDDLE_SANS,
        section=MIDDLE_SANS, frames=BEFORE, menu="right", current="tint", labels=from_forty,
    )  # fmt: skip
