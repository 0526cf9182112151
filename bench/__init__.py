"""The benchmark: invented decisions of any number, our build and its peers side by side, and the page of results.

1. ``generate`` and ``corpus``: a whole project with as many decisions as wanted, the same bytes for the same number.
2. ``measure``: whole processes, their wall and CPU time and the memory of all of them together.
3. ``peers``: other programs that do comparable work on the same decisions.
4. ``run``: the order of a benchmark; its result is ``results.json``.
5. ``report``: the result as a page of the site.
"""
