"""The form as a Hangul document (.hwpx)."""
