"""The benchmark: invented decisions of any number, our build and its peers side by side, and the page of results.

1. ``generate`` and ``corpus``: a whole project with as many decisions as wanted, the same bytes for the same number.
2. ``measure``: whole processes, their wall and CPU time and the memory of all of them together.
3. ``peers``: other programs that do comparable work on the same decisions.
4. ``profile``: where the time of our build goes; ``floor``: what writing the files alone takes.
5. ``run`` and ``size_run``: the order of a benchmark; its result is ``results.json``.
6. ``judged`` and ``searching``: queries with the decisions that are right, asked of our search and its peers in a
   browser; what they find, what they cost.
7. ``targets`` and ``report``: the result against the numbers to be reached, as a page of the site.
"""
