"""The room standard."""
