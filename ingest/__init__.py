"""The only part that writes: it takes files in, validates them and publishes a new warehouse."""
