"""Tests of the deliverable."""
