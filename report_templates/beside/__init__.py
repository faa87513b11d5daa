"""What goes out beside the PDF, from the same content: Word, Excel, calendar, issues, JSON."""
