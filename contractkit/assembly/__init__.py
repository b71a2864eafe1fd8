"""Library and values -> Agreement: select, bind, number."""
