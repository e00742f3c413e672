"""The ink of a page: what of anybody's PDF leaves a trace on paper, where, and in which colours."""
