"""The files that legal staff keep -> Library; check and search it."""
