"""One report as others would make it: read from our story, written as HTML and as Typst."""
