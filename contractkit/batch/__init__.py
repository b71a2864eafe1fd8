"""A renewal campaign: plan, run, ledger."""
