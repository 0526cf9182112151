"""The pages of the rules: one that lists them, and one for each."""
