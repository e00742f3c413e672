"""In: questions and words. Out: the parts of worksheets: versions, puzzles, games; pure, and the same for a seed."""
