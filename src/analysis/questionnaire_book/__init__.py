"""The room where a questionnaire is a workbook, for those who will not edit YAML: written, and read back."""
