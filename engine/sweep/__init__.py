"""One plan trained with several values of beta and learning rate, one run after the other."""
