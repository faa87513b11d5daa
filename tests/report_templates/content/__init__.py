"""Tests of the report's content."""
