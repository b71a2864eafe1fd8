"""Healthcare agreements from a clause library, and what a counterparty changed in them."""
