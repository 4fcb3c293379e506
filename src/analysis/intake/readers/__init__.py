"""The room where a file is told for what it is, and each kind has its reader."""
