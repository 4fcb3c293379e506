# Two commands; each does all its own set-up (see start.py, which also serves Windows).
YEAR ?= 2016

.PHONY: help report test

help:
	@echo "make report YEAR=2016   make the reports of a year: the committee's and the members' edition"
	@echo "make test               run the tests"

report:
	python3 start.py report $(YEAR)

test:
	python3 start.py test
