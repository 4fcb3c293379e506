"""The room where a questionnaire becomes a form to fill in: what stands on it, and what each of its cells is called."""
