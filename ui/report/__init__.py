"""The Report page: preview, checks and export."""
