"""Keeps what was loaded safe: looks for damage, writes everything into one file, brings it back."""
