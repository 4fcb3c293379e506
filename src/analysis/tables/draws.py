"""How many random orders a simulated test takes. Apart from the tests: a page that tells it need not load SciPy."""

RANK_TEST = 9_999
FISHER = 19_999
