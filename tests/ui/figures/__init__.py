"""Tests of the figures page."""
