"""Tile maps: a square for each municipality of a county, placed roughly as on the map."""
