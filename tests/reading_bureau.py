"""Designs of `reading_layouts` by another hand than the others, made before they were ever read."""

from dataclasses import replace
from functools import partial

import reading_bureau_furniture as around
from reading_design import Design, Frame, Style, styles
from reading_pens import Look, PageForm
from reading_plain import A4, MAGAZINE, Frames, Margins, Plain, Size, changed, frames, on
from reading_text import Text, for_narrow_columns, read_text, shouted, without, without_notes
from reading_writers import FpdfPen, RawPen, ReportlabPen, TexPen

_SPREAD: Size = (900.0, 600.0)
_LOW: Size = (842.0, 420.0)
_RUST = (0.62, 0.24, 0.12)


def bureau_designs(name: str = "buurt") -> list[Design]:
    """Every design, with the text of that name."""
    text = read_text(name)
    return [
        *_uneven(text),
        *_between(text),
        *_heads(text),
        *_slabs(text),
        *_sheets(text),
        *_ragged(text),
    ]


def _uneven(text: Text) -> list[Design]:
    wide, narrow = Frame(48, 598, 250, 58), Frame(316, 598, 136, 58)
    note = changed(styles(10), "pull-quote", look=Look("serif-italic", 11, _RUST), leading=13.5)
    note = changed(note, "pull-quote", align="left")

    def outer(number: int) -> tuple[Frame, ...]:
        return (Frame(48 if number % 2 else 172, 598, 280, 58),)

    def margin(number: int) -> Frame:
        return Frame(344 if number % 2 else 44, 590, 112, 58)

    return [
        Plain(for_narrow_columns(text), FpdfPen, MAGAZINE).design(
            "21-asymmetric",
            "A wide column and a narrow one.",
            frames=lambda _number: (wide, narrow),
            styles=styles(9.5),
        ),
        Plain(text, RawPen, MAGAZINE).design(
            "22-marginal-notes",
            "Boxes and quotes in the outer margin, left and right by turns.",
            frames=outer,
            aside=margin,
            styles=note,
            boxes="beside",
            pulls="beside",
            tint=(0.97, 0.92, 0.86),
        ),
    ]


def _between(text: Text) -> list[Design]:
    halves = (
        Frame(48, 598, 192, 370), Frame(260, 598, 192, 370),
        Frame(48, 270, 192, 112), Frame(260, 270, 192, 112),
    )  # fmt: skip
    whole = frames(MAGAZINE, 2, Margins(bottom=112))

    def parted(number: int) -> tuple[Frame, ...]:
        return halves if number % 2 else whole(number)

    def between(number: int) -> Frame:
        return Frame(48, 358, 404, 284 if number % 2 else 357)

    def foot(_number: int) -> Frame:
        return Frame(48, 108, 404, 44)

    return [
        Plain(text, ReportlabPen, MAGAZINE).design(
            "23-quote-between-columns",
            "A quote or a picture over the full width, columns above and below it.",
            furniture=partial(around.band, size=MAGAZINE),
            frames=parted,
            aside=between,
            notes=foot,
            styles=styles(9.5, align="justify"),
            pulls="beside",
        ),
        Plain(for_narrow_columns(text), TexPen, A4).design(
            "24-box-below-columns",
            "Boxes over three columns, at the foot of the page.",
            frames=frames(A4, 3, Margins(bottom=200), gutter=16),
            aside=lambda _number: Frame(48, 182, 499, 54),
            styles=styles(9.5, align="justify"),
            boxes="beside",
            tint=(0.86, 0.92, 0.96),
        ),
        Plain(text, ReportlabPen, MAGAZINE).design(
            "30-notes-across",
            "Footnotes over both columns.",
            frames=whole,
            notes=foot,
            styles=styles(9.5, align="justify"),
        ),
    ]


def _heads(text: Text) -> list[Design]:
    titles = text.chapters
    return [
        Plain(text, FpdfPen, MAGAZINE).design(
            "25-running-heads",
            "Ruled heads with the chapter, in capitals on the right; feet with title and number.",
            frames=frames(MAGAZINE, 1, Margins(60, 60, 92, 84)),
            furniture=partial(around.ruled_heads, size=MAGAZINE),
            opens=True,
        ),
        Plain(text, ReportlabPen, MAGAZINE).design(
            "26-thumb-tabs",
            "A tab for each chapter along the outer edge; number in the corner.",
            frames=frames(MAGAZINE, 2, Margins(54, 54)),
            styles=styles(9.5),
            furniture=partial(around.thumb_tabs, size=MAGAZINE, titles=titles),
            opens=True,
        ),
        Plain(shouted(text, 1, 2), ReportlabPen).design(
            "28-small-caps", "Titles in small capitals.", styles=_small_caps(styles())
        ),
        Plain(shouted(text, 1, 2, 3), RawPen, MAGAZINE, 2).design(
            "28-small-caps-two-columns",
            "The same in two columns.",
            styles=_small_caps(styles(9.5, heads="serif", align="justify")),
        ),
        Plain(text, FpdfPen).design(
            "34-spaced-mixed",
            "Spaced titles in small letters, over lines and with figures.",
            styles=_spaced(styles(), 0.16),
        ),
        Plain(shouted(text, 1, 2, 3), TexPen, MAGAZINE, 2).design(
            "34-spaced-two-columns",
            "Titles in spaced capitals of three levels, over lines.",
            styles=_spaced(styles(9.5), 0.28),
        ),
        Plain(shouted(text, 1), RawPen, A4, 2).design(
            "34-typed-apart",
            "Titles with a space typed between the letters, over lines.",
            styles=_apart(styles()),
        ),
    ]


def _slabs(text: Text) -> list[Design]:
    return [
        Plain(text, RawPen, MAGAZINE, 2).design(
            "27-framed-boxes", "Boxes in a thin line.", styles=styles(9.5), tint=None
        ),
        Plain(text, FpdfPen).design(
            "29-plain-table", "A table without lines, its figures on the right.", ruled=False
        ),
        Plain(text, RawPen, MAGAZINE, 2).design(
            "29-plain-table-in-column",
            "The same in a narrow column.",
            styles=styles(text="sans"),
            ruled=False,
        ),
        Plain(text, ReportlabPen, MAGAZINE, 2).design(
            "36-bullets-without-hang",
            "Items whose lines begin below their bullet; no air around lists.",
            styles=_without_hang(styles(9.5)),
            list_air=0.0,
        ),
    ]


def _sheets(text: Text) -> list[Design]:
    def spread(_number: int) -> tuple[Frame, ...]:
        left = frames((450.0, 600.0), 1, Margins(left=60, right=60))(1)
        right = frames((450.0, 600.0), 2, Margins(left=40, right=40))(1)
        return (*left, *(replace(it, x=it.x + 450) for it in right))

    def now_and_then(number: int) -> PageForm:
        return PageForm((595, 420), turn=90) if number % 3 == 0 else PageForm((420, 595))

    def columns(number: int) -> tuple[Frame, ...]:
        if number % 3 == 0:
            return frames((595, 420), 2)(number)
        return frames((420, 595), 1)(number)

    return [
        Plain(without(text, "table-row"), RawPen, _LOW).design(
            "31-short-columns",
            "Four short columns; lists run over them.",
            frames=frames(_LOW, 4, Margins(top=80), gutter=22),
            styles=styles(9.5, text="sans"),
        ),
        Plain(for_narrow_columns(without_notes(text)), FpdfPen, _SPREAD).design(
            "32-uneven-spread",
            "A spread of one column on the left and two on the right.",
            frames=spread,
            furniture=partial(around.outer_numbers, size=_SPREAD),
            label=around.two_numbers,
            styles=styles(10),
        ),
        Plain(text, ReportlabPen).design(
            "33-turned-now-and-then",
            "Every third page lies on its side, in two columns.",
            form=now_and_then,
            frames=columns,
            furniture=around.number_by_form,
        ),
    ]


def _ragged(text: Text) -> list[Design]:
    narrow: Frames = frames(A4, 3, gutter=15)
    return [
        Plain(for_narrow_columns(text), FpdfPen, A4).design(
            "35-ragged-raked",
            "Three ragged columns, lines over all of them in the file; air, no indents.",
            frames=narrow,
            styles=_open(styles(10, text="sans")),
            raked=True,
        ),
        Plain(for_narrow_columns(text), RawPen, A4).design(
            "35-centred-heads",
            "Ragged columns with centred titles; paragraphs with air.",
            form=on(A4),
            frames=frames(A4, 2),
            styles=_centred(_open(styles(11))),
        ),
    ]


def _small_caps(all_styles: dict[str, Style]) -> dict[str, Style]:
    names = [name for name in all_styles if name.startswith("heading")]
    for name in names:
        look = replace(all_styles[name].look, small_caps=True)
        all_styles = changed(all_styles, name, look=look)
    return all_styles


def _spaced(all_styles: dict[str, Style], share: float) -> dict[str, Style]:
    names = [name for name in all_styles if name.startswith("heading")]
    for name in names:
        look = all_styles[name].look
        size = round(0.8 * look.size, 1)
        spaced = replace(look, size=size, spacing=share * size)
        all_styles = changed(all_styles, name, look=spaced)
    return all_styles


def _apart(all_styles: dict[str, Style]) -> dict[str, Style]:
    look = replace(all_styles["heading-1"].look, size=14.0)
    return changed(all_styles, "heading-1", look=look, apart=True)


def _open(all_styles: dict[str, Style]) -> dict[str, Style]:
    air = 0.6 * all_styles["paragraph"].look.size
    return changed(all_styles, "paragraph", first=0.0, after=air)


def _without_hang(all_styles: dict[str, Style]) -> dict[str, Style]:
    return changed(all_styles, "list-item", indent=0.0, first=14.0, before=0.0)


def _centred(all_styles: dict[str, Style]) -> dict[str, Style]:
    for name in ("heading-1", "heading-2"):
        all_styles = changed(all_styles, name, align="centre")
    return all_styles
