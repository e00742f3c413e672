"""Copies: one book composed, and what each pupil's copy adds to it."""
