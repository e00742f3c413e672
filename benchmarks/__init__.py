"""In: nothing. Out: measurements against peers, side by side in one run."""
