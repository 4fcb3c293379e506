"""The room where released tables become pages and workbooks, by notebooks that can see nothing else."""
