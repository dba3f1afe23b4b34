"""Files that are well formed and wrong: which of them are held, flagged, or pass."""
