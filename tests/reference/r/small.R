# Intervals of small numbers: binomial (binom.test, prop.test) and hypergeometric (inverting phyper's tails).
#   Rscript small.R    writes small.json beside it

binomial <- do.call(rbind, lapply(list(c(0, 1), c(1, 1), c(0, 14), c(9, 14), c(14, 14), c(1, 30), c(37, 320), c(160, 321),
                                       c(319, 320), c(5000, 10615)), function(pair) {
  x <- pair[1]; n <- pair[2]
  exact <- binom.test(x, n)$conf.int
  plain <- suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
  fixed <- suppressWarnings(prop.test(x, n, correct = TRUE)$conf.int)
  c(x, n, exact, plain, fixed)
}))

# Every K under which neither tail of the count has a probability of 0.025 or less.
frame <- do.call(rbind, lapply(list(c(9, 14, 21), c(0, 14, 21), c(14, 14, 21), c(3, 17, 60), c(40, 55, 58), c(2, 2, 500),
                                    c(37, 320, 10615), c(160, 320, 10615), c(0, 320, 10615)), function(case) {
  x <- case[1]; n <- case[2]; population <- case[3]
  marked <- x:(population - n + x)
  kept <- marked[phyper(x, marked, population - marked, n) > 0.025 &
                 phyper(x - 1, marked, population - marked, n, lower.tail = FALSE) > 0.025]
  c(x, n, population, range(kept))
}))

rows <- function(table) paste0("    [", apply(table, 1, function(row) paste(sprintf("%.17g", row), collapse = ", ")), "]",
                               collapse = ",\n")
text <- sprintf('{\n  "made_by": "%s",\n  "binomial": [\n%s\n  ],\n  "hypergeometric": [\n%s\n  ]\n}\n',
                R.version.string, rows(binomial), rows(frame))
path <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
cat(text, file = file.path(dirname(path), "small.json"))
