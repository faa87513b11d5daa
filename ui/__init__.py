"""What the assessor sees. Qt here and only here."""
