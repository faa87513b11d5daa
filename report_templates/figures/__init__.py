"""Figures: what a picture says, its layout for a surface, and the painters that draw it."""
