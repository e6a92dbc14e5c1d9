"""Files that are dropped on the window: received, told apart, each put into its place."""
