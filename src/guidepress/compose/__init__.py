"""The room compose."""
