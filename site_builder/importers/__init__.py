"""Formats: bytes in, seeds out; one format a file."""
