"""The room typeset."""
