"""Public funding decisions: from YAML files in git to a checked, open site.

The pipeline, in order; a stage imports only the stages before it:

1. ``problem``, ``clock``, ``personal``, ``workers``, ``history``: what can be wrong, what day it is, what may never be
   shown, work on all cores, the files at an earlier revision.
2. ``source``: reads YAML files; every scalar stays text, every place can be had.
3. ``model`` and ``options``: types the text; one decision, its later decisions, the registers it points into.
4. ``register``: all decisions together, with sums, years and funders.
5. ``judging``, ``rules`` and ``labels``: what a rule is, everything that can be wrong, and the words for it.
6. ``check``: reads, types and judges all files in one run; a problem is a value, located and worded. ``against``: the
   same of an earlier revision, and the rules of what may not change in silence. ``catalogue``: every rule explained.
7. ``exports`` and ``reporters``: the result for programs and terminals; ``writing``: the files themselves, in their
   canonical form or mended; ``scaffold``: a new one, as a draft.
8. ``pages``: the result for readers; each page and data file is made when it is asked for.
9. ``engine``: the site generator's side: shells, live preview, the swap of folders. ``changes``: what a change means,
   in one comment for whoever reviews it.
10. ``cli`` (with ``project``, which finds it) and ``plugin``: thin doors to the stages above.

``tests/test_architecture.py`` holds the order.
"""
