"""The use cases on an open engagement, its only writers."""
