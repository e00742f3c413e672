"""Numbered questions as people type them, Respondus takes them and chat programs write them."""
