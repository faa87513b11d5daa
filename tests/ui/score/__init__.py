"""Tests of the score page."""
