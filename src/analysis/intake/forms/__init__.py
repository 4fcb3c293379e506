"""The room where a form that came back is read by the names of its cells, wherever on it they stand."""
