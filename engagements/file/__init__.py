"""One engagement file on disk. SQL here and only here."""
