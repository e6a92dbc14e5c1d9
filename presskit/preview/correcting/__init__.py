"""What is corrected in the window: what it asks, what it shows, and where the words are written."""
