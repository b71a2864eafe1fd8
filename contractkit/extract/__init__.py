"""Agreement -> facts: parties, terms, definitions, references, obligations."""
