"""Judged queries: what people ask, with the decisions that are right, and how well each search engine finds them.

1. ``corpus``: invented decisions and the project's real ones as one project.
2. ``facts``: what each decision is about, read from its record and from the lists that its words were drawn from.
3. ``wordings``, ``particulars``: queries of each kind with the decisions that are right, by rules that
   know nothing of any search engine; each rule stands at the head of its function. ``real.txt``: queries about the
   real decisions, written and judged by hand. ``second`` with
   ``second.txt`` was written after the search, which was then mended by what it told; ``third`` with ``third.txt`` was
   written after that, without a look at the words of the search, and nothing was mended by it. ``gathered`` has all.
4. ``metrics``: recall among the first ten and the mean reciprocal rank of the first right one.
"""
