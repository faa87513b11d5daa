"""The report's figures on screen: the same shapes and marks, painted in the theme's colours."""
