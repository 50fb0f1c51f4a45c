"""The web view: the bundles in a browser, in Dutch.

A room of thin walls. A route reads the address, asks one thing of `search`, and renders:

- `app` puts the parts together; `create_app` is the door.
- `keeper` keeps one collection open and changes to the new index when there is one.
- `asked` reads an address (`?q=...&bundel=1`) and writes one; the address is the whole state.
- `pages` and `cases` are the pages for people, `files` the documents they link to, `api` the same
  in JSON.
- `links` turns a place on this machine into an address on this server; `groups` puts hits under
  their case; `choices` are the filters to choose from; `wording` is how pages and dates are said.
- `headers` and `errors` say what every answer carries, and what is said when something is wrong.

There are no accounts, cookies, outside resources or settings. Every page works without JavaScript;
`static/keys.js` only adds `/` and the arrow keys. It is made to run on the reader's own machine or
within an organisation: it has no login and shows everything that is in the index.
"""

from search.web.app import create_app

__all__ = ["create_app"]
