"""WordprocessingML, known here and nowhere else."""
