"""What several tests need: an empty home, a small invented series, and the indexes of each series.

An index is built once in a run, also where the run is spread over processes (`make test`): the
first that needs it builds it in the folder that they have in common, the others read it there. A
test that changes an index gets a copy.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from flask.testing import FlaskClient
from hypothesis import settings
from web_series import build, web_app, write_series

from corpus import Series, find_series
from indexer.store import index_folder
from search.cli import cli
from search.collection import Collection, open_collection

if TYPE_CHECKING:
    from reading_layouts import Layout
    from reading_truth import PageTruth

SHARED = Path(__file__).parents[2] / "shared"

Wijk = Callable[..., Result]
WriteLayouts = Callable[[str], "tuple[tuple[Layout, Path, list[PageTruth]], ...]"]

# The same examples each time and no deadline, so that a failure can be repeated and never comes of
# a busy machine; `pytest --hypothesis-profile=default` tries others.
settings.load_profile("ci")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that the environment names."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WIJK_HOME", str(folder))
    monkeypatch.delenv("WIJK_SERIES", raising=False)
    return folder


@pytest.fixture(scope="session")
def default_series() -> Series:
    """The series in the box."""
    return find_series("wij-in-de-wijk")


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of this run have in common, as pytest-xdist's manual says."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _once(folder: Path, name: str, make: Callable[[], object]) -> None:
    """Makes something in the folder, unless a process of this run did so already."""
    made = folder / f"{name}.made"
    with FileLock(folder / f"{name}.lock"):
        if not made.exists():
            make()
            made.touch()


@pytest.fixture(scope="session")
def default_home(default_series: Series, common: Path) -> Path:
    """A home with the index of the default series; tests only read in it."""
    home = common / "default"
    _once(common, "default-index", lambda: build(default_series, home))
    return home


@pytest.fixture(scope="session")
def casebook_home(default_home: Path, common: Path) -> Path:
    """The same home, with the index of the fictional casebook in it too."""
    _once(common, "casebook-index", lambda: build(find_series("voorbeeld"), default_home))
    return default_home


@pytest.fixture(scope="session")
def default_collection(default_series: Series, default_home: Path) -> Iterator[Collection]:
    """The open index of the default series."""
    with open_collection(default_series, default_home) as collection:
        yield collection


@pytest.fixture(scope="session")
def casebook_collection(casebook_home: Path) -> Iterator[Collection]:
    """The open index of the fictional casebook."""
    with open_collection(find_series("voorbeeld"), casebook_home) as collection:
        yield collection


@pytest.fixture
def wijk(home: Path) -> Wijk:
    """Runs `wijk` with the arguments, in the empty home."""
    return _runner(home)


@pytest.fixture(scope="session")
def wijk_default(default_home: Path) -> Wijk:
    """Runs `wijk` with the arguments, in the home with the default index."""
    return _runner(default_home)


def _runner(folder: Path) -> Wijk:
    def run(*arguments: str, **environment: str) -> Result:
        names = {"WIJK_HOME": str(folder), **environment}
        return CliRunner(env=names).invoke(cli, arguments, catch_exceptions=False)

    return run


MANIFEST = """
id = "straten"
title = "Onze straten"

[[editions]]
number = 1
title = "Onze straten 1"

[[editions.sources]]
id = "een"
path = "een.md"
kind = "publication"
title = "Onze straten, eerste deel"

[[editions.cases]]
id = "de-pomp"
title = "De Pomp"
place = "Waterdam"
province = "Verzonnen"
themes = ["samen eten"]
target_groups = ["alleenstaande ouderen"]

[[editions.cases]]
id = "het-veldje"
title = "Het Veldje"
place = "'s-Gravenmoer"

[[editions]]
number = 2
title = "Onze straten 2"

[[editions.sources]]
id = "twee"
path = "twee.md"
kind = "publication"
title = "Onze straten, tweede deel"
"""

FIRST = """# Woord vooraf

Dit deel is verzonnen.

# De Pomp

## Aanpak

In De Pomp koken bewoners elke week een maaltijd. Een kind helpt met de soep. Zo groeide één
initiatief uit tot een vaste gewoonte.

## Resultaat

Er is nu een huis vol mensen. Niemand eet nog alleen!

# Het Veldje

Op het veldje sporten jongeren uit de buurt. De gemeente maait het gras.
"""

SECOND = """# De Brug

Over de brug lopen kinderen naar school. Hun ouders drinken koffie in twee kleine huizen.

# De Schuur

In de schuur repareren vrijwilligers fietsen. Initiatieven als dit vragen tijd.
"""


@pytest.fixture
def streets(tmp_path: Path) -> Path:
    """The manifest of a small invented series of two editions and four cases, as text files."""
    return write_streets(tmp_path / "straten")


def write_streets(folder: Path) -> Path:
    """Writes the invented series into a new folder; gives its manifest."""
    folder.mkdir()
    (folder / "een.md").write_text(FIRST, encoding="utf-8")
    (folder / "twee.md").write_text(SECOND, encoding="utf-8")
    manifest = folder / "series.toml"
    manifest.write_text(MANIFEST, encoding="utf-8")
    return manifest


@pytest.fixture(scope="session")
def street_series(common: Path) -> Series:
    """The small invented series, for tests that only read it."""
    _once(common, "streets", lambda: write_streets(common / "straten"))
    return find_series(str(common / "straten"))


@pytest.fixture(scope="session")
def built_streets(street_series: Series, common: Path) -> Path:
    """The home with the index of that series; tests only read in it."""
    home = common / "street-home"
    _once(common, "street-index", lambda: build(street_series, home))
    return home


@pytest.fixture(scope="session")
def street_collection(street_series: Series, built_streets: Path) -> Iterator[Collection]:
    """The open index of the small invented series."""
    with open_collection(street_series, built_streets) as collection:
        yield collection


@pytest.fixture
def street_home(street_series: Series, built_streets: Path, streets: Path, home: Path) -> Path:
    """The home of this test, with the index of its `streets` to do anything to."""
    built = index_folder(street_series, built_streets)
    shutil.copytree(built, index_folder(find_series(str(streets)), home))
    return home


@pytest.fixture(scope="session")
def kade(common: Path) -> tuple[Series, Path]:
    """The series with everything that a page can go wrong on, and the home of its index."""
    _once(common, "kade", lambda: build(write_series(common / "kade"), common / "kade-home"))
    return find_series(str(common / "kade")), common / "kade-home"


@pytest.fixture(scope="session")
def client(kade: tuple[Series, Path]) -> Iterator[FlaskClient]:
    """The web view of that series."""
    with web_app(*kade) as app:
        yield app.test_client()


@pytest.fixture(scope="session")
def casebook_client(casebook_home: Path) -> Iterator[FlaskClient]:
    """The web view of the fictional casebook."""
    with web_app(find_series("voorbeeld"), casebook_home) as app:
        yield app.test_client()


@pytest.fixture(scope="session")
def default_client(default_series: Series, default_home: Path) -> Iterator[FlaskClient]:
    """The web view of the default series."""
    with web_app(default_series, default_home) as app:
        yield app.test_client()


@pytest.fixture(scope="session")
def write_layouts(tmp_path_factory: pytest.TempPathFactory) -> WriteLayouts:
    """Writes the layouts of a text (`reading_layouts`), unless this process did so already."""
    # The libraries that set them take a second, which other tests need not wait for.
    from reading_layouts import write_all  # noqa: PLC0415

    @cache
    def write(text: str) -> "tuple[tuple[Layout, Path, list[PageTruth]], ...]":
        return tuple(write_all(tmp_path_factory.mktemp(text), text))

    return write
