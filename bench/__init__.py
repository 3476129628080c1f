"""Site Builder beside its peers, on one archive, on one machine, in one run."""
