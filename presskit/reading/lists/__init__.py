"""Lists of people: the tables of journalists that a kit is mailed to."""
