"""The sample engagement, Halden Freight: written through the same use cases as any other."""

from engagements.sample.writing import AUTHOR, write

__all__ = ["AUTHOR", "write"]
