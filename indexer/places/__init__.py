"""Which municipality and province a place lies in, by the list of Statistics Netherlands.

`places.tsv` has the districts and neighbourhoods of every municipality on 1 January 2022 (CBS, CC
BY 4.0; made by `corpus.press.places`); `provinces.toml` has the provinces and the mergers,
`spots.toml` what the names of streets and parts of a town end in.

- `table` reads them. `resolve` says where a place lies, or nothing where its name is not enough.
- `lines` reads where a line of a text says that something is; `names` knows how places are written.
- `mentions` says whether a text bears out what the name of a district alone would tell.
"""

from indexer.places.lines import (
    NOWHERE,
    SLOTS,
    Slot,
    Whereabouts,
    read_beside_title,
    read_head,
    read_labelled,
)
from indexer.places.mentions import bears_out
from indexer.places.resolve import Located, locate
from indexer.places.table import Places, load_places, same_place

__all__ = [
    "NOWHERE",
    "SLOTS",
    "Located",
    "Places",
    "Slot",
    "Whereabouts",
    "bears_out",
    "load_places",
    "locate",
    "read_beside_title",
    "read_head",
    "read_labelled",
    "same_place",
]
