"""What several pages are made of: sheets, side panels, and how voices are called."""
