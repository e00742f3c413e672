"""The room layout."""
