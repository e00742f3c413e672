"""A whole class from one job: rosters are read, copies are planned and made, and a manifest says what each of them is."""
