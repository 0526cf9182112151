"""What a rule is, and what several rules judge by: steps, sums, pointers, texts, dates and amounts that are known.

A module here serves at least two rules, or the check itself; what only one rule needs stands in its own file.
"""
