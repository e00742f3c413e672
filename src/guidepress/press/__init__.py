"""Press: from a guide to the files that a printer accepts."""
