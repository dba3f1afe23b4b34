"""Measurements against the bare libraries doing the same work; `make bench` runs them."""
