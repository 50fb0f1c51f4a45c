"""The folders of the fonts, each from a package of the development dependencies (SIL OFL).

The packages are found but not imported: their code asks for what newer Pythons no longer have.
"""

from importlib.util import find_spec
from pathlib import Path


def _files_of(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The press needs the fonts of {package}: run `make`.")
    return Path(spec.submodule_search_locations[0]) / "files"


LATO = _files_of("font_lato")
SOURCE_SANS = _files_of("font_source_sans_pro")
SOURCE_SERIF = _files_of("font_source_serif_pro")
