"""The nouns: frozen values that every station speaks, built on the standard library only."""
