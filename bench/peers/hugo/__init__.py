"""Hugo, making pages of the same fields and sizes: its templates, and its content written out of our data files."""
