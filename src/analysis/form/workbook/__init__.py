"""The form as a workbook (.xlsx)."""
