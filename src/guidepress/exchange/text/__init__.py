"""Texts in: pages of text, Markdown, web pages and Word files become a guide, and a report of what was guessed."""
