"""The report as a Word document: real styles, editable, accessible."""
