"""The commands of ``plumbline``, one module per subject, imported when they are called."""
