"""What is wrong with a finished PDF, fault by fault."""
