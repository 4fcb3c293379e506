"""The workbook to type in what came on paper or by telephone."""
