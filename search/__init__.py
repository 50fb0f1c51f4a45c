"""From a question to an answer, and both interfaces.

    typed text ── query ──> Query ── engine ──> passages ── snippets ──> Results
                                                         └─ answers ───> Answer
    filters ──> cases ── cases, themes ──> CaseList, ThemeTable

- `models` holds the values that are asked and shown; their JSON is what the README documents.
- `query` makes a `Query` of any text. `matching` says which words of a text meet it. Both are pure.
- `engine` is the one protocol that an index engine answers; `engines.whoosh` answers it.
- `collection` is an open index: what every question needs. `filters` narrows it to some cases.
- `hits`, `cases`, `themes`, `answers` and `status` each answer one kind of question; `inspection`
  asks how a file is read.
- `citing` writes references to what was found.
- `config` is the only reader of the environment. `cli` and `web` parse, call one function, show.

Nothing here reads a PDF or writes an index, and nothing is generated: every word that is shown
stands in a document, on the page that is named.
"""
