"""Photos to hand on: the picture as it was, and the words about it inside."""
