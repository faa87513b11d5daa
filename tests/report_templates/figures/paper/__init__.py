"""Tests of the layouts for paper."""
