"""The text that people edit, to values and back."""
