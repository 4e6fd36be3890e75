"""Settings of other programs' training files, turned into a plan with an account of every key."""
