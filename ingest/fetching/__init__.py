"""Fetching: addresses of a source become files in the store. Nothing else asks others."""
