"""The window's texts in the reader's language."""
