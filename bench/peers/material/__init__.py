"""Plain Material: each decision as a generated Markdown page that MkDocs and the theme render, not in nav."""
