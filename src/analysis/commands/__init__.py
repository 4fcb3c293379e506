"""The room of the commands: one module each, which says what may be asked of it, calls, and prints."""
