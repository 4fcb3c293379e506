"""Dure: survey analysis and reporting for federations of co-operatives. The five stages are five rooms:
intake, responses, tables, release, report."""
