"""Ways to run the same work."""
