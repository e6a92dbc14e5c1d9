"""Ten folders as a shared drive has them: thirty files each, and what each file is taken for.

texts.py holds the words, tables.py the folders, writing.py makes files of every kind out of them.
"""
