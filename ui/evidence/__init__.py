"""The Evidence page: the register, and what is still to come."""
