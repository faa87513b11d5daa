"""What is asked: the framework, loaded from a folder of structure and words."""
