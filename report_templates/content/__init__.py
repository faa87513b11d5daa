"""What a report says: one frozen, JSON-serialisable model per section, free of layout."""
