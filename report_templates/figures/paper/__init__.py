"""Layouts for paper: figures turned into scenes of a given width, in points."""
