"""From a question to an answer, and both interfaces.

    typed text ── syntax, query, lookup ──> Query ── engine ──> passages
    passages ── snippets, explain ──> Results
             └─ answers ────────────> Answer
    filters ──> cases ── cases, themes ──> CaseList, Matrix, ThemeTable

- `fragments` makes the part of an address that opens a web page at the words of a result.
- `models` holds the values that are shown; their JSON is what the README documents. `clauses` holds
  what is asked: words, the ways to meet them, and how they are combined.
- `syntax` reads the query language; `query` makes a `Query` of any text; `widening` adds compounds
  and other names, at a lower weight. `matching` says which words of a text meet it, `ranking` what
  a passage is worth. All are pure.
- `engine` is the one protocol that an index engine answers; `engines.whoosh` does, by the rules
  of `conditions`, `matching` and `ranking`.
- `collection` is an open index: what every question needs. `filters` narrows it to some cases;
  `lookup` completes a query with its words and cases; `explain` tells why a passage was found;
  `naming` finds the case that somebody names.
- `fields` are what cases are filtered, counted, sorted and crossed by: one list for all.
- `hits`, `cases`, `themes`, `answers` and `status` each answer one kind of question; `inspection`
  asks how a file is read.
- `citing` writes references to what was found.
- `sheets` makes CSV and JSON Lines of any list.
- `config` is the only reader of the environment. `cli` and `web` parse, call one function, show.

Nothing here reads a PDF or writes an index, and nothing is generated: every word that is shown
stands in a document, on the page that is named.
"""
