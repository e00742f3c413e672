"""The cover: back, spine and front in one page, as large as its interior makes it."""
