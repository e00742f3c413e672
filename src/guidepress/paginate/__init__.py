"""The room paginate."""
