"""What goes out beside the PDF, read back with other programs."""
