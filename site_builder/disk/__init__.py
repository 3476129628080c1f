"""Every project file that is read or written."""
