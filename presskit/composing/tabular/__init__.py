"""Tables: how wide they must be, and how they are set."""
