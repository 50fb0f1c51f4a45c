"""A second process that reads part of the pages of a long file, on Linux.

The worker forks it, and reads from the first page on, the helper from the last page back, until
they meet; so whoever has easy pages reads more of them. What the helper does not bring, because a
page has killed it, the worker reads itself: so a file comes to the same with it and without.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NoReturn, TypeVar

import msgspec

Read = TypeVar("Read")
"""What is read of a page; of types that msgspec writes."""

FEWEST = 12
"""Pages: a file that has fewer is read before a helper has opened it."""

MOST = 50_000
"""Pages: so many tickets fit into a pipe at once."""

_TICKET = 1  # byte


class Helper(Generic[Read]):
    """A process that reads some of the pages of a file.

    Args:
        count: of the pages.
        read: reads the pages with these indexes; in the helper, so it opens the file anew.
        form: the type of what is read of a page.
    """

    def __init__(
        self, count: int, read: Callable[[Iterable[int]], Iterator[Read]], form: type[Read]
    ) -> None:
        self._count, self._form = count, form
        self._tickets, tickets = os.pipe()
        self._brings, brings = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(tickets)
            self._help(brings, read)
        os.close(brings)
        os.write(tickets, b"." * count)
        os.close(tickets)

    def share(self) -> Iterator[int]:
        """The indexes of the pages that are this process's to read, each as it is due."""
        own = range(self._count) if self._pid else reversed(range(self._count))
        # There is a ticket for each page: when none is left, both have met.
        return (index for index in own if os.read(self._tickets, _TICKET))

    def brought(self) -> dict[int, Read]:
        """What the helper has read, by the index of the page; waits until it has ended."""
        with os.fdopen(self._brings, "rb") as stream:
            packed = stream.read()
        os.close(self._tickets)
        os.waitpid(self._pid, 0)
        try:
            return msgspec.msgpack.decode(packed, type=dict[int, self._form])  # type: ignore[name-defined]
        except msgspec.DecodeError:
            return {}

    def _help(self, brings: int, read: Callable[[Iterable[int]], Iterator[Read]]) -> NoReturn:
        try:
            # What it says of a page the worker will say too, who reads that page again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
            taken: list[int] = []
            pages = list(read(_noted(self.share(), taken)))
            with os.fdopen(brings, "wb") as stream:
                stream.write(msgspec.msgpack.encode(dict(zip(taken, pages, strict=True))))
        finally:
            os._exit(0)


def _noted(indexes: Iterable[int], taken: list[int]) -> Iterator[int]:
    for index in indexes:
        taken.append(index)
        yield index
