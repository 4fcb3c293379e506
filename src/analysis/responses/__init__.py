"""The room where text becomes a typed value, or a reason for its absence, or a finding."""
