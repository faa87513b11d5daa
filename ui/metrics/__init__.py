"""The Metrics page: delivery metrics as found, beside what the framework expects."""
