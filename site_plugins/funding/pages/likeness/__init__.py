"""Which decisions are like each other: what each has, what is chosen by it, and what of that a change may touch."""
