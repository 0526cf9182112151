"""Sums as series, and series as tables with bars."""
