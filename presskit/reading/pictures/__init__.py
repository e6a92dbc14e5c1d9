"""Pictures: opened one way, with their colours, and the words that they carry in themselves."""
