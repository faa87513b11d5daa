"""The Home page: all engagements."""
