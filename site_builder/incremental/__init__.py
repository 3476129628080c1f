"""What to render, what to keep, what to remove, and why."""
