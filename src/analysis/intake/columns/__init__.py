"""The room where columns find their questions, and several columns that answer one are put together."""
