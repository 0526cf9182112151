"""Other programs that do comparable work on the same decisions."""
