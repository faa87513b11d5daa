"""Tests of the interview page."""
