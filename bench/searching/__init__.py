"""Searching measured in a browser: ours beside Pagefind and the search of Material (lunr) on the same built pages.

1. ``host``: serves folders on this machine as common hosts do: it packs text and sends parts of files.
2. ``engines``: the three engines; each is a page with a script that answers a text with ids, best first.
3. ``browser``: Chromium, its clock and its count of bytes.
4. ``measuring``: bytes to the first result, and queries typed letter by letter. ``taking``: decisions taken home.
5. ``run``: the order of it all; adds its result to ``results.json``.
"""
