"""What WeasyPrint is taught: to tell more, to do less, and to set lines as they should be."""
