"""Questions in and out: one file a format, all on the question of the guide format."""
