"""The Roadmap page: the generated plan on its timeline, and the decisions about it."""
