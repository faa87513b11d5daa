"""How a report is laid out: one function per section, from content and look to flowables."""
