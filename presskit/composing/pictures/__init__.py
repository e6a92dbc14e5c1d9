"""Pictures: what shape they have, what of them may be shown, and where they stand."""
