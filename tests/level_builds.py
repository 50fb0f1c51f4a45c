"""The builds of `level_books`: two halves, of which one was not looked at while building."""

from level_books import Build

_SCHEME = ("Hoe het begon", "Wat zij doen", "Wat het oplevert", "Wat lastig is")


def builds(half: str) -> tuple[Build, ...]:
    """The builds of a half: "development" or "held-out"."""
    return _HELD_OUT if half == "held-out" else _DEVELOPMENT


_DEVELOPMENT = (
    Build(name="sections-outline", hand="hand-1", cases=(3, 4), shows="outline", numbered=True,
          facts="table", breaks=2),
    Build(name="sections-contents", hand="hand-2", cases=(3, 3), shows="contents", numbered=True,
          facts="table"),
    Build(name="sections-headings", hand="hand-3", cases=(3, 4), shows="headings", numbered=True,
          facts="table", breaks=2),
    Build(name="sections-headings-unnumbered", hand="hand-4", cases=(3, 3), shows="headings",
          scheme=_SCHEME, breaks=2),
    Build(name="sections-scheme", hand="hand-6", cases=(4, 3), shows="outline", depth=3,
          scheme=_SCHEME, font="Lato"),
    Build(name="sections-bare-parts", hand="hand-7", cases=(3, 3), shows="outline", bare=True,
          facts="labels", breaks=2),
    Build(name="sections-deel", hand="hand-8", cases=(3, 4), shows="contents", divided="Deel",
          bare=True, facts="line", breaks=2),
    Build(name="sections-one-part", hand="hand-1", cases=(6,), shows="outline", divided="-",
          facts="line", numbered=True),
    Build(name="sections-lone-case", hand="hand-2", cases=(4, 1), shows="outline", facts="table",
          breaks=2),
    Build(name="sections-mixed", hand="hand-3", cases=(3,), chapters=3, shows="outline",
          facts="table", breaks=2),
    Build(name="sections-names-only", hand="hand-13", cases=(4, 4), shows="outline", breaks=2,
          sections=False),
    Build(name="plain-outline", hand="hand-1", cases=(7,), shows="outline"),
    Build(name="plain-contents", hand="hand-2", cases=(7,), shows="contents", numbered=True),
    Build(name="plain-headings", hand="hand-3", cases=(7,), shows="headings"),
    Build(name="plain-numbered", hand="hand-4", cases=(7,), shows="headings", numbered=True),
    Build(name="plain-scheme", hand="hand-6", cases=(7,), shows="outline", scheme=_SCHEME,
          facts="table"),
    Build(name="plain-only", hand="hand-7", cases=(8,), shows="outline", around=False),
    Build(name="plain-deel", hand="hand-8", cases=(3, 4), shows="outline", depth=3,
          divided="Deel", around=False, breaks=2),
    Build(name="plain-facts", hand="hand-10", cases=(6,), shows="contents", facts="labels"),
    Build(name="plain-deep", hand="hand-2", cases=(8,), shows="outline", depth=3, deep=True),
    Build(name="plain-flow", hand="hand-11", cases=(7,), shows="contents", breaks=0),
)  # fmt: skip

_HELD_OUT = (
    Build(name="sections-outline", hand="hand-14", cases=(4, 3), shows="outline", facts="labels"),
    Build(name="sections-contents", hand="hand-15", cases=(2, 3, 3), shows="contents",
          facts="table", breaks=2, font="Lato"),
    Build(name="sections-headings", hand="hand-16", cases=(4, 4), shows="headings", numbered=True,
          scheme=_SCHEME),
    Build(name="sections-headings-unnumbered", hand="hand-17", cases=(3, 4), shows="headings",
          facts="table", breaks=2, sizes=(24, 16, 12, 10)),
    Build(name="sections-line", hand="hand-18", cases=(5, 4), shows="contents", numbered=True,
          facts="line", breaks=2),
    Build(name="sections-bare-parts", hand="hand-19", cases=(2, 4), shows="outline", bare=True,
          depth=3, scheme=_SCHEME, breaks=2),
    Build(name="sections-one-part", hand="hand-20", cases=(7,), shows="contents", divided="-",
          facts="table"),
    Build(name="sections-mixed", hand="hand-22", cases=(2, 3), chapters=2, shows="outline",
          facts="labels", breaks=2),
    Build(name="sections-lone-case", hand="hand-23", cases=(1, 5), shows="contents",
          scheme=_SCHEME, facts="line", numbered=True),
    Build(name="sections-names-only", hand="hand-26", cases=(3, 5), shows="contents", breaks=2,
          sections=False),
    Build(name="plain-outline", hand="hand-14", cases=(8,), shows="outline", depth=3, facts="line"),
    Build(name="plain-contents", hand="hand-15", cases=(7,), shows="contents"),
    Build(name="plain-headings", hand="hand-16", cases=(7,), shows="headings", facts="table"),
    Build(name="plain-numbered", hand="hand-17", cases=(7,), shows="outline", numbered=True),
    Build(name="plain-headings-numbered", hand="hand-18", cases=(7,), shows="headings",
          numbered=True, sizes=(24, 14, 12, 10)),
    Build(name="plain-scheme", hand="hand-19", cases=(8,), shows="contents", scheme=_SCHEME),
    Build(name="plain-only", hand="hand-20", cases=(9,), shows="contents", around=False),
    Build(name="plain-deel", hand="hand-22", cases=(4, 4), shows="contents", depth=3,
          divided="Deel", breaks=2, around=False),
    Build(name="plain-long", hand="hand-27", cases=(8,), shows="outline", sizes=(18, 12, 11, 10)),
    Build(name="plain-deep", hand="hand-15", cases=(8,), shows="headings", deep=True),
    Build(name="plain-flow", hand="hand-28", cases=(8,), shows="outline", breaks=0),
)  # fmt: skip
