"""A launcher: ``python cli.py …`` is ``contractkit …``."""

from contractkit.cli import main

if __name__ == "__main__":
    main()
