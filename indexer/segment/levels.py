"""Which entries of an outline or contents page are chapters, and which only sections or parts."""

from collections.abc import Sequence
from dataclasses import replace

from corpus import CaseEntry
from indexer.segment.chapters import Chapter
from indexer.segment.roles import gathers_cases, role_of
from indexer.segment.titles import match_titles

_SEVERAL = 2


def chapters_of(chapters: Sequence[Chapter], entries: Sequence[CaseEntry]) -> tuple[Chapter, ...]:
    """Those of the level of the cases, and those above it, which gather them.

    The level of the cases is the one that names most of the manifest's; without a manifest, the
    outermost that has several titles that can be cases. What stands at that level below a foreword
    or reflection is a section of it.
    """
    level = level_of_cases(chapters, entries)
    kept: list[Chapter] = []
    parent: Chapter | None = None
    for chapter in chapters:
        if chapter.level < level:
            parent = chapter
        is_section = chapter.level > level or (
            chapter.level == level and parent is not None and role_of(parent.title) is not None
        )
        if not is_section:
            kept.append(replace(chapter, gathers=chapter.level < level))
    return tuple(kept)


def level_of_cases(chapters: Sequence[Chapter], entries: Sequence[CaseEntry]) -> int:
    """The level of most cases of the manifest, or without one of several possible cases."""
    titles: dict[int, list[str]] = {}
    for chapter in chapters:
        titles.setdefault(chapter.level, []).append(chapter.title)
    if not titles:
        return 1
    if entries:
        named = {level: len(match_titles(own, entries)) for level, own in titles.items()}
        return min(named, key=lambda level: (-named[level], level))
    possible = (level for level, own in sorted(titles.items()) if _may_be_cases(own) >= _SEVERAL)
    return next(possible, min(titles))


def _may_be_cases(titles: Sequence[str]) -> int:
    return sum(not role_of(title) and not gathers_cases(title) for title in titles)
