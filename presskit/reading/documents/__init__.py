"""Documents: what a text of each kind is read into, and the kit that they make."""
