"""In: what an export has made. Out: a catalogue of it, to read (PDF) and to be read by programs (JSON, CSV)."""
