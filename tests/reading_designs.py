"""The designs of `reading_layouts`: the same text in some fifty layouts.

Each shows one thing that makes reading hard, in a page that a designer could have made. Here what
is odd about columns and what stands in them; `reading_oddities` has what is odd about pages.
"""

from dataclasses import replace
from functools import partial

import reading_furniture as around
from reading_design import Design, Frame, styles
from reading_lines import SOFT
from reading_oddities import oddities
from reading_pens import Look
from reading_plain import A4, A5, MAGAZINE, Margins, Plain, changed, frames
from reading_text import Text, for_narrow_columns, read_text, shouted, without, without_notes
from reading_writers import FpdfPen, LetterPen, RawPen, ReportlabPen, TexPen

_LANDSCAPE = (842.0, 595.0)


def designs(name: str = "buurt") -> list[Design]:
    """Every design, with the text of that name."""
    text = read_text(name)
    return [
        *_columns(text),
        *_menus(text),
        *_besides(text),
        *_hyphens(text),
        *_titles(text),
        *_lists(text),
        *oddities(text),
    ]


def _columns(text: Text) -> list[Design]:
    leaflet = frames(_LANDSCAPE, 4, Margins(30, 30, 34, 30), gutter=24)
    stretched = styles(align="justify")
    return [
        Plain(text, ReportlabPen).design("01-one-column", "One column, indented paragraphs."),
        Plain(text, TexPen).design(
            "01-one-column-words", "No spaces between words in the file.", styles=stretched
        ),
        Plain(text, LetterPen).design(
            "01-one-column-letters", "Every letter by itself in the file."
        ),
        Plain(text, FpdfPen, MAGAZINE, 2).design(
            "02-two-columns-raked", "The file has the lines over both columns.", raked=True
        ),
        Plain(text, FpdfPen, MAGAZINE, 2).design(
            "02-two-columns", "Two columns, stretched lines.", styles=stretched, outlined=True
        ),
        Plain(text, RawPen, MAGAZINE).design(
            "02-two-columns-tight",
            "A gutter of 11 points, kerned.",
            frames=frames(MAGAZINE, 2, gutter=11),
            styles=styles(9.5, align="justify"),
        ),
        Plain(for_narrow_columns(text), ReportlabPen, MAGAZINE).design(
            "03-three-columns",
            "Three columns, ragged right.",
            frames=frames(MAGAZINE, 3, gutter=14),
            styles=styles(9, text="sans"),
        ),
        Plain(for_narrow_columns(without_notes(text)), FpdfPen, _LANDSCAPE).design(
            "04-leaflet",
            "Four columns on a landscape sheet, no numbers.",
            frames=leaflet,
            styles=styles(8.5, text="sans"),
            label=around.unprinted,
        ),
    ]


def _menus(text: Text) -> list[Design]:
    bare = without_notes(text)
    beside = partial(around.menu_beside, size=A4, titles=text.chapters)
    band = partial(around.menu_band, size=_LANDSCAPE, titles=text.chapters)
    return [
        Plain(bare, ReportlabPen, A4).design(
            "05-menu-beside",
            "A menu of the chapters on the left of every page; an outline too.",
            frames=frames(A4, 1, Margins(left=190, right=60)),
            styles=styles(11),
            furniture=beside,
            opens=True,
            outlined=True,
        ),
        Plain(bare, RawPen, A4).design(
            "05-menu-beside-two-columns",
            "A menu on the left of every page and two columns; no outline.",
            frames=frames(A4, 2, Margins(left=160, right=40)),
            styles=styles(9.5),
            furniture=beside,
            opens=True,
            before_text=False,
        ),
        Plain(bare, FpdfPen, _LANDSCAPE).design(
            "05-menu-band",
            "A menu as a band along the top of every page.",
            frames=frames(_LANDSCAPE, 3, Margins(top=92)),
            styles=styles(9.5, text="sans"),
            furniture=band,
            opens=True,
            before_text=False,
        ),
    ]


def _besides(text: Text) -> list[Design]:
    small_pull = {"look": Look("sans-light", 14, (0.5, 0.2, 0.1)), "leading": 17.0}
    return [
        Plain(text, RawPen, MAGAZINE, 2).design(
            "06-boxes-in-columns", "Tinted boxes within two columns.", styles=styles(9.5)
        ),
        Plain(text, ReportlabPen, MAGAZINE).design(
            "06-boxes-beside",
            "Boxes and pull quotes in a margin column.",
            frames=frames(MAGAZINE, 1, Margins(left=40, right=176)),
            aside=lambda _number: Frame(344, 598, 120, 60),
            styles=changed(styles(10.5), "pull-quote", **small_pull, align="left"),
            boxes="beside",
            pulls="beside",
        ),
        Plain(text, FpdfPen, MAGAZINE).design(
            "07-pull-quotes-across",
            "Pull quotes over the gutter; the text runs round.",
            frames=frames(MAGAZINE, 2, gutter=22),
            styles=changed(styles(align="justify"), "pull-quote", **small_pull),
            pulls="across",
        ),
        Plain(for_narrow_columns(text), RawPen, MAGAZINE).design(
            "07-pull-quotes-in-columns",
            "Pull quotes within three narrow columns.",
            frames=frames(MAGAZINE, 3, gutter=16),
            styles=changed(styles(9), "pull-quote", look=Look("sans-bold", 13), leading=16.0),
        ),
        Plain(text, RawPen).design(
            "08-footnotes", "Footnotes with raised marks, kerned.", styles=styles(9.5)
        ),
    ]


def _hyphens(text: Text) -> list[Design]:
    bare = without(text, "table-row")
    narrow = {
        "frames": frames(A4, 4, Margins(left=40, right=40), gutter=16),
        "styles": styles(9, align="justify"),
    }
    slip = (230.0, 420.0)
    return [
        Plain(bare, RawPen, A4).design(
            "09-hyphens", "Narrow columns; words break with a hyphen.", **narrow
        ),
        Plain(bare, ReportlabPen, A4).design(
            "09-soft-hyphens", "Words break with a soft hyphen (U+00AD).", **narrow, hyphen=SOFT
        ),
        Plain(bare, FpdfPen, slip).design(
            "09-hyphens-one-column",
            "A narrow page; many hyphens, also at page ends.",
            frames=frames(slip, 1, Margins(28, 28, 34, 40)),
            styles=styles(9, align="justify"),
        ),
    ]


def _titles(text: Text) -> list[Design]:
    spaced = styles()
    for name in ("heading-1", "heading-2"):
        size = round(0.75 * spaced[name].look.size, 1)
        look = replace(spaced[name].look, size=size, spacing=0.3 * size)
        spaced = changed(spaced, name, look=look)
    head = replace(spaced["heading-1"].look, size=13.0, spacing=0.0)
    apart = changed(styles(), "heading-1", look=head, apart=True)
    loud = shouted(text, 1, 2)
    capped = styles(align="justify")
    return [
        Plain(loud, ReportlabPen).design(
            "10-letter-spaced", "Titles in capitals, spaced by the typesetter.", styles=spaced
        ),
        Plain(loud, RawPen, MAGAZINE, 2).design(
            "10-letter-spaced-kerned", "The same in two columns, kerned.", styles=spaced
        ),
        Plain(shouted(text, 1), FpdfPen).design(
            "10-typed-apart", "Titles with a space typed between the letters.", styles=apart
        ),
        Plain(text, ReportlabPen, MAGAZINE, 2).design(
            "17-drop-caps", "Drop caps of three lines.", styles=capped, initials=True
        ),
        Plain(text, TexPen).design(
            "17-drop-caps-words", "Drop caps, and no spaces in the file.", initials=True
        ),
    ]


def _lists(text: Text) -> list[Design]:
    plain = styles(text="sans")
    return [
        Plain(for_narrow_columns(without(text, "box", "pull-quote")), FpdfPen, MAGAZINE, 3).design(
            "18-captions", "Captions below pictures, in three columns.", styles=styles(9)
        ),
        Plain(text, ReportlabPen, A5).design(
            "19-table", "A table of four columns over the page.", styles=plain
        ),
        Plain(text, FpdfPen, MAGAZINE, 2).design(
            "19-table-in-column", "The same table in a narrow column.", styles=plain
        ),
        Plain(text, ReportlabPen).design(
            "20-bullets-dash",
            "Lists with dashes, no air below them.",
            styles=plain,
            bullets=("–", "·"),
            list_air=0.0,
        ),
        Plain(text, RawPen, MAGAZINE, 2).design(
            "20-bullets-dingbats",
            "Bullets of a font of signs.",
            styles=plain,
            bullets=("n", "o"),
            bullet_font="dingbats",
        ),
        Plain(text, RawPen).design(
            "20-bullets-symbol",
            "Bullets of the font Symbol.",
            styles=plain,
            bullets=("·", "-"),
            bullet_font="symbol",
        ),
    ]
