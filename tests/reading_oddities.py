"""Odd pages for `reading_layouts`: numbers, heads, spreads, and turned and hidden text."""

from dataclasses import replace
from functools import partial

import reading_furniture as around
from reading_design import Design, Frame, number_label, styles
from reading_pens import PageForm
from reading_plain import A5, MAGAZINE, Frames, Margins, Plain, Size, frames, on
from reading_text import Text, without_notes
from reading_writers import FpdfPen, RawPen, ReportlabPen

_WIDE: Size = (842.0, 595.0)
_POCKET: Size = (300.0, 360.0)


def oddities(text: Text) -> list[Design]:
    """The designs of a text."""
    return [*_labels(text), *_heads(text), *_spreads(text), *_turned(text), *_hidden(text)]


def _labels(text: Text) -> list[Design]:
    def restarted(number: int) -> PageForm:
        starts = {1: ("r", "", 1), 3: ("D", "", 1), 6: ("D", "", 1)}
        return PageForm(A5, label=starts.get(number))

    def roman(number: int) -> PageForm:
        return PageForm(A5, label={1: ("r", "", 1), 4: ("D", "", 1)}.get(number))

    def wrong(number: int) -> PageForm:
        return PageForm(A5, label=("D", "", 1) if number == 1 else None)

    return [
        Plain(text, ReportlabPen).design(
            "11-roman-labels",
            "Roman numbers, then arabic; the file says the same.",
            form=roman,
            label=around.roman_then_arabic,
        ),
        Plain(text, RawPen).design(
            "11-repeated-labels",
            "Numbers begin anew, so that some stand twice.",
            form=restarted,
            label=around.begun_anew,
        ),
        Plain(text, FpdfPen).design(
            "11-missing-labels",
            "Printed from 14 on; the file has no labels.",
            label=around.from_fourteen,
        ),
        Plain(text, ReportlabPen).design(
            "11-wrong-labels",
            "Printed from 14 on; the labels of the file begin at 1.",
            form=wrong,
            label=around.from_fourteen,
        ),
        Plain(text, RawPen).design(
            "11-some-numbers",
            "No number where a chapter opens, nor labels in the file.",
            label=around.not_on_openings,
            opens=True,
        ),
        Plain(text, RawPen).design(
            "11-no-numbers",
            "Nothing printed; the file has roman labels, then arabic.",
            form=roman,
            label=around.silent_roman,
        ),
    ]


def _heads(text: Text) -> list[Design]:
    heads = around.heads_left_right
    return [
        Plain(text, ReportlabPen).design(
            "15-heads-left-right",
            "Heads differ left and right, with the number in them.",
            furniture=partial(heads, size=A5),
        ),
        Plain(text, RawPen, MAGAZINE, 2).design(
            "15-heads-two-columns",
            "The same in two columns; heads come last in the file, chapters on new pages.",
            furniture=partial(heads, size=MAGAZINE),
            before_text=False,
            opens=True,
        ),
        Plain(text, ReportlabPen, _POCKET).design(
            "14-split",
            "Small pages: paragraphs, sentences and words run over them.",
            frames=frames(_POCKET, 1, Margins(34, 34, 44, 44)),
            styles=styles(9.5, align="justify"),
            furniture=partial(heads, size=_POCKET),
        ),
        Plain(text, FpdfPen).design(
            "13-thumb-tab",
            "The chapter stands upright along the outer edge.",
            furniture=partial(around.thumb_tab, size=A5),
        ),
    ]


def _spreads(text: Text) -> list[Design]:
    half, double = (421.0, 595.0), (1000.0, 660.0)
    return [
        Plain(text, ReportlabPen, _WIDE).design(
            "12-spread",
            "Two pages side by side on one, each with its number.",
            frames=_both(frames(half, 1, Margins(left=44, right=36)), half[0]),
            label=around.two_numbers,
            furniture=partial(around.spread_numbers, size=_WIDE),
        ),
        Plain(text, RawPen, double).design(
            "12-spread-columns",
            "Spreads of two columns a page.",
            frames=_both(frames(MAGAZINE, 2), MAGAZINE[0]),
            label=around.two_numbers,
            furniture=partial(around.spread_numbers, size=double),
        ),
    ]


def _both(left: Frames, wide: float) -> Frames:
    """The columns of a left page and the same on the right page."""

    def both(number: int) -> tuple[Frame, ...]:
        return (*left(number), *(replace(it, x=it.x + wide) for it in left(number)))

    return both


def _turned(text: Text) -> list[Design]:
    bare = without_notes(text)

    def turned(number: int, *, turn: int) -> PageForm:
        return PageForm(_WIDE, turn=turn if number > 1 else 0)

    def sideways(number: int) -> PageForm:
        return PageForm(_WIDE, sideways=number > 1)

    return [
        Plain(bare, ReportlabPen, _WIDE, 2).design(
            "13-turned-90",
            "Pages that a viewer turns 90 degrees, from the second on.",
            form=partial(turned, turn=90),
        ),
        Plain(bare, RawPen, _WIDE, 2).design(
            "13-turned-270",
            "Pages that a viewer turns 270 degrees, from the second on.",
            form=partial(turned, turn=270),
        ),
        Plain(bare, RawPen, _WIDE, 2).design(
            "13-sideways",
            "Text that lies on its side, from the second page on; no viewer turns it.",
            form=sideways,
        ),
    ]


def _hidden(text: Text) -> list[Design]:
    paper = (480.0, 655.0)
    cropped = PageForm(paper, crop=(30, 30, 450, 625))
    return [
        Plain(text, RawPen).design(
            "16-invisible",
            "Text that is not painted, as scans have it.",
            furniture=partial(around.invisible, size=A5),
        ),
        Plain(text, ReportlabPen).design(
            "16-white",
            "White text on white paper.",
            furniture=partial(around.white_on_white, size=A5),
        ),
        Plain(text, ReportlabPen, paper).design(
            "16-cropped",
            "Printer's notes outside the crop box.",
            form=lambda _number: cropped,
            frames=frames(paper, 1, Margins(78, 78, 92, 88)),
            furniture=partial(around.printers_notes, size=paper),
        ),
        Plain(text, FpdfPen).design(
            "16-watermark",
            "A large grey word across every page.",
            furniture=partial(around.watermark, size=A5),
        ),
        Plain(text, ReportlabPen, MAGAZINE, 2).design(
            "16-white-on-dark",
            "Boxes with white letters on a dark ground: they stay.",
            form=on(MAGAZINE),
            label=number_label,
            styles=around.white_boxes(styles()),
            tint=(0.1, 0.15, 0.3),
        ),
    ]
