"""The looks as data (zh, en), and how a look becomes a Word file."""
