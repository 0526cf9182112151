"""Pages that stand alone: the start page, figures, years, and what is told of the site itself."""
