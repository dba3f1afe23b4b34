"""Charts and pages for paper, drawn without a browser, with all they need printed in."""
