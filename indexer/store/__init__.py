"""The index on disk: written beside the old one, checked, and swapped in whole.

    <home>/index/<series>-<key>/
        current                 the name of the generation that readers open
        lock                    held while a generation is built
        generation-000007/
            stamp.json          versions, sources, and a digest of every file of the generation
            catalogue.json      series, documents with their pages, cases
            documents/ID.json   the text of each document, page by page
            lexicon.trie        the dictionary that the words were brought to their lemmas with
            case-words.json     the words of each case, by which cases are compared
            words.json          every word once, with its sound, for what is misspelt
            thesaurus.json      other words for what a question asks, with their lemmas
            whoosh/             the inverted index

The index is a cache: everything in it can be made again from the sources, by one command. A reader
opens a generation only after its stamp agrees with every file, because opening a Whoosh index runs
pickles. `whoosh` is the only writer of Whoosh; its reader is `search.engines.whoosh`.
"""

from indexer.store.case_words import CaseWords, UsedWord, read_words, write_words
from indexer.store.catalogue import (
    LEXICON_FILE,
    THESAURUS_FILE,
    Catalogue,
    DocumentInfo,
    read_catalogue,
    read_document,
    write_catalogue,
)
from indexer.store.generations import current_generation, index_folder, new_generation
from indexer.store.stamp import (
    SCHEMA_VERSION,
    SourceStamp,
    Stamp,
    expected_stamp,
    read_stamp,
    write_stamp,
)
from indexer.store.wordlist import IndexedWord, list_words, read_word_list, write_word_list
from indexer.store.zones import Surroundings, surroundings

__all__ = [
    "LEXICON_FILE",
    "SCHEMA_VERSION",
    "THESAURUS_FILE",
    "CaseWords",
    "Catalogue",
    "DocumentInfo",
    "IndexedWord",
    "SourceStamp",
    "Stamp",
    "Surroundings",
    "UsedWord",
    "current_generation",
    "expected_stamp",
    "index_folder",
    "list_words",
    "new_generation",
    "read_catalogue",
    "read_document",
    "read_stamp",
    "read_word_list",
    "read_words",
    "surroundings",
    "write_catalogue",
    "write_stamp",
    "write_word_list",
    "write_words",
]
