"""Public funding decisions: from YAML files in git to a checked, open site.

The pipeline, in order; a stage imports only the stages before it:

1. ``cache``, ``clock``, ``digests``, ``history``, ``personal``, ``progress``, ``swedish``, ``workers``: what was worked
   out before, what day it is, what is the same, the files at an earlier revision, what may never be shown, how far the
   work has come, what a word is, work on all cores and what is set aside for it. ``problem``: what can be wrong.
2. ``source``: reads YAML files; every scalar stays text, every place can be had.
3. ``model``: types the text; one decision, its later decisions, the registers it points into. ``options``: the same of
   what ``mkdocs.yml`` says.
4. ``register``: all decisions together, with sums, years and funders.
5. ``judging``, ``labels``, ``project``: what a rule is, the words for everything, the project around a folder.
   ``rules``: everything that can be wrong.
6. ``check``: reads, types and judges all files in one run; a problem is a value, located and worded. ``against``: the
   same of an earlier revision, and the rules of what may not change in silence. ``catalogue``: every rule explained.
7. ``exports``, ``reporters``, ``writing``: the result for programs and terminals, and the files themselves, in their
   canonical form or mended. ``scaffold``: a new one, as a draft.
8. ``search``: every decision as words and values, in files that a browser searches.
9. ``pages``: the result for readers; each page and data file is made when it is asked for.
10. ``changes``: what a change means, in one comment for whoever reviews it. ``engine``: the site generator's side:
   shells, live preview, the swap of folders.
11. ``cli`` and ``plugin``: thin doors to the stages above.

``tests/test_architecture.py`` holds the order.
"""
