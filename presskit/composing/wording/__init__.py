"""Words as pages and mails show them: what a line never parts, which way it runs, and the kit's own sentences."""
