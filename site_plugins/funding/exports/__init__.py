"""The open data: the same facts as the pages, in forms that other programs read."""
