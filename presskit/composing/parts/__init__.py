"""The parts of a kit: what every one has, where it stands, what it shares with others."""
