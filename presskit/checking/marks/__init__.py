"""What a finished PDF holds, read mark by mark: its values, its text, its paint, its lines."""
