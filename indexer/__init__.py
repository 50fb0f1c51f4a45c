"""The ingestion pipeline and the index: from files to passages on disk, ready to be asked.

    Source ── extract ──> Document ── segment ──> Case, Passage ── dutch, store ──> index

- `extract` reads a file in a process of its own: clean text, block by block, with printed labels.
- `segment` finds the cases in a document and cuts them into passages.
- `vocabulary` knows the themes and target groups, and which of them a case has.
- `cards` makes the card of each case.
- `dutch` is the one definition of a word, for text and question alike.
- `store` keeps generations of an index: stamped, checked, swapped in whole.
- `pipeline` puts the stages together. `draft` makes a manifest for a folder of files,
  put together as they hold cases (`shelving`) and dated as their imprints (`imprint`) say.

It imports `corpus` and never `search`: it knows no question and no screen.
"""
