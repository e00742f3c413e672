"""The room that composes documents; `compose.py` is its door. What reads guides and layouts imports single files."""
