"""A renewal campaign: a sheet of rows -> an agreement each, once, however often it is stopped.

``plan`` checks and pins, ``run`` issues on an executor, ``ledger`` knows what became of each row.
"""
