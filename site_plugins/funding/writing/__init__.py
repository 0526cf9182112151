"""Writing files of ``decisions/``: the canonical form, safe mends, and the disk. Text becomes text; one door writes."""
