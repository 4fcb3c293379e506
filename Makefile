# Three commands; each does all its own set-up (see start.py, which also serves Windows).
YEAR ?= 2016

.PHONY: help report explore test

help:
	@echo "make report YEAR=2016   make the reports of a year: the committee's and the members' edition"
	@echo "make explore            ask questions of the answers, in the browser"
	@echo "make test               run the tests"

report:
	python3 start.py report $(YEAR)

explore:
	python3 start.py explore

test:
	python3 start.py test
