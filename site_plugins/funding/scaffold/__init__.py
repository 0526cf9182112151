"""A new decision: what is asked, what an answer means, its id, and its file as a draft for review."""
