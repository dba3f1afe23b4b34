"""Faults on purpose: kills, write errors, power cuts, wrong files; `make torture` runs them all."""
