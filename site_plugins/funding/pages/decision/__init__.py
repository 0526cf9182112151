"""The page of one decision: at a glance, in full, and where its facts come from."""
