"""Two agreements -> Comparison: align, diff, changes, judge."""
