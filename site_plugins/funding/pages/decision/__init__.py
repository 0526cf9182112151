"""The page of one decision: at a glance, in full, where its facts come from, and which others are like it."""
