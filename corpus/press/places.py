"""Makes the table of places from the lists of Statistics Netherlands.

Run as `python -m corpus.press.places WIJKEN.csv REGIOS.csv OUT`, with the districts and
neighbourhoods of a year (columns code, name, level, municipality) and the list of regions (columns
Key, Title, Description), as CBS offers them (CC BY 4.0). The committed table is its output.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HEAD = """\
# Of each municipality on 1 January 2022: the year it began where that is 2009 or later, its
# districts and its neighbourhoods. Source: Statistics Netherlands (CBS), "Kerncijfers wijken en
# buurten 2022" and its list of regions; CC BY 4.0. Made by `python -m corpus.press.places`.
"""

_NUMBER = re.compile(r"^(?:Wijk|Buurt)\s+\d+\s+")
_SUFFIX = re.compile(r"\s*\((?:gemeente|L\.|NH\.|O\.|Z\.|ZH\.|gedeeltelijk)\)$")
_NO_NAME = re.compile(
    r"^(?:(?:Overige )?[Vv]erspreide huizen|Buitengebied|Bedrijventerrein|Industrieterrein)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"Ontstaan per 01-01-(20(?:09|[12]\d))")
_NAMESAKES = frozenset({"Bergen (L.)", "Bergen (NH.)"})
"""Two municipalities have one name; these keep what tells them apart."""


def main(arguments: list[str]) -> None:
    """Writes the table."""
    districts, regions, out = map(Path, arguments)
    Path(out).write_text(HEAD + "\n".join(_lines(districts, regions)) + "\n", encoding="utf-8")


def _lines(districts: Path, regions: Path) -> Iterator[str]:
    """A line a municipality: name, year or nothing, districts, neighbourhoods; tabs between."""
    began = {row[0].strip(): _BEGAN.search(row[2]) for row in _rows(regions)}
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"wijk": set(), "buurt": set()})
    code_of: dict[str, str] = {}
    for code, name, level, municipality in _rows(districts):
        if level == "gemeente":
            code_of[municipality] = code.strip()
        elif not _NO_NAME.match(plain := _NUMBER.sub("", name)):
            names[municipality][level].add(_SUFFIX.sub("", plain))
    for municipality in sorted(code_of):
        year = began[code_of[municipality]]
        both = names[municipality]
        yield "\t".join(
            (
                municipality if municipality in _NAMESAKES else _SUFFIX.sub("", municipality),
                year[1] if year else "",
                ";".join(sorted(both["wijk"])),
                ";".join(sorted(both["buurt"] - both["wijk"])),
            )
        )


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


if __name__ == "__main__":
    main(sys.argv[1:])
