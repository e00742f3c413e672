"""The finished pages: the contract between the engine and the writers."""
