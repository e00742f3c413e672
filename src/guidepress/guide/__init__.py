"""The room guide."""
