"""Reading: the bytes of a YAML file become plain data, with a place for every key and value."""
