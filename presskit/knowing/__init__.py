"""What a thing is known by: this program, and what stands at a path."""
