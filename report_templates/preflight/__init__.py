"""What is looked at before a report goes out."""
