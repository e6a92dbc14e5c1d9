"""How a kit looks: its theme, its colours, what lies behind words, and how much room they take."""
