"""What the alerts ask of a version, and what is kept of those that fired."""
