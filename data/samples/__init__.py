"""The invented samples: a module a survey, what they share, and the register of the organisations in them."""
