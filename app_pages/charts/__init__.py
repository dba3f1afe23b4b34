"""Figures drawn in one house style; each function takes rows of a query and returns a figure."""
