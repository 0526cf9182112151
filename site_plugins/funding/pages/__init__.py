"""What the site shows: pages and data files as values, made from the register."""
