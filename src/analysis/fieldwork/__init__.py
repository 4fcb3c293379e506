"""The room of the field work: forms go out prefilled, respondents are asked again, the next year is begun."""
