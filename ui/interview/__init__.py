"""The Interview page: planning, asking, answering and noting, by keyboard and without waiting."""
