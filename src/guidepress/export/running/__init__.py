"""In: tasks of work. Out: each done once, on any number of processes or machines, and remembered."""
