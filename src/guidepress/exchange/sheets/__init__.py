"""Tables as spreadsheets have them: rows of texts, read from and written to CSV and Excel workbooks."""
