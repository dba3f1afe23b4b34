"""Alerts and the digest: what config/alerts.toml asks for, when it fires, where it is sent."""
