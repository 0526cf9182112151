"""Lists of decisions and of what they name, a hundred rows a page."""
