"""Other engines that find names, for those who have them installed; each is a plugin."""
