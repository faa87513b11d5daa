"""The deliverable: content, sections, figures, brand, PDF. No Qt, no SQL."""
