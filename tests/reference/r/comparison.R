# Figures that tests/reference/test_comparison.py holds src/analysis/tables/estimate to.
# Run in this folder: Rscript comparison.R. Writes comparison.csv (the answers) and comparison.json (the figures).
# R 4.2, survey 4.1.1. The answers are invented and have what real ones have: missing values, a rare category,
# a cell that nobody is in, a stratum of one cluster, weights that differ, respondents in two groups at once.

suppressMessages(library(survey))
set.seed(20160929, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# --- the answers
per_cluster <- c(6, 9, 4, 7, 5, 8, 6, 10, 3, 7, 8, 5, 9, 6, 4, 8, 7, 5, 6, 11)
cluster <- rep(seq_along(per_cluster), per_cluster)
stratum <- c("north", "south", "isle")[c(rep(1, 9), rep(2, 10), 3)][cluster]   # the isle has one cluster
n <- length(cluster)
mood <- rnorm(20, 0, 0.7)[cluster]
d <- data.frame(
  stratum, cluster,
  clusters_in_frame = c(north = 40, south = 60, isle = 2)[stratum],
  members_in_cluster = (per_cluster * 5 + 3)[cluster],
  weight = round(exp(rnorm(n, 1, 0.5)), 3)
)
taste <- mood + rnorm(n)
d$satisfied <- cut(taste, c(-Inf, -1, 0, 0.9, Inf), labels = FALSE) - 1              # 0 … 3
d$kind <- cut(0.5 * taste + rnorm(n), c(-Inf, -0.6, 0.4, 1.9, Inf), labels = FALSE) - 1  # 0 … 3, 3 is rare
d$kind[d$kind == 3 & d$satisfied == 0] <- 2                                          # the empty cell
d$half <- as.integer(runif(n) < 0.45)
d$amount <- round(exp(2 + 0.4 * taste + rnorm(n, 0, 0.6)), 4)                        # no two alike
d$satisfied[sample(n, 9)] <- NA
d$kind[sample(n, 6)] <- NA
d$amount[sample(n, 5)] <- NA
for (region in 0:3) d[[paste0("region", region)]] <- as.integer(runif(n) < c(.5, .4, .3, .08)[region + 1])  # several may hold
d$young <- as.integer(runif(n) < 0.4)
write.csv(d, "comparison.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")

# --- the designs
designs <- function(d) list(
  simple   = svydesign(~1, data = d, weights = ~I(rep(1, nrow(d)))),
  known    = svydesign(~1, data = d, fpc = ~I(rep(700, nrow(d)))),
  weighted = svydesign(~1, data = d, weights = ~weight),
  strata   = svydesign(~1, strata = ~stratum, data = d, weights = ~weight),
  clusters = svydesign(~cluster, strata = ~stratum, data = d, weights = ~weight),
  stages   = svydesign(~cluster + I(seq_len(nrow(d))), strata = ~stratum, data = d,
                       fpc = ~clusters_in_frame + members_in_cluster)
)
number <- function(x) unname(as.numeric(x))
figures <- list(made_with = list(R = R.version.string, survey = as.character(packageVersion("survey"))))

# --- Rao & Scott
chi <- list()
for (lonely in c("adjust", "certainty", "average")) {
  options(survey.lonely.psu = lonely)
  for (name in if (lonely == "adjust") names(designs(d)) else "clusters") {
    whole <- designs(d)[[name]]
    for (domain in c("all", "young")) for (columns in c("kind", "half")) {
      answered <- !is.na(d$satisfied) & !is.na(d[[columns]]) & (domain == "all" | d$young == 1)
      part <- subset(whole, answered)
      of <- as.formula(paste("~satisfied +", columns))
      for (correction in c("F", "Chisq", "adjWald")) {
        found <- svychisq(of, part, statistic = correction)
        chi[[length(chi) + 1]] <- list(
          design = name, lonely = lonely, domain = domain, columns = columns, correction = correction,
          statistic = number(found$statistic), df = number(found$parameter[1]),
          denominator = if (length(found$parameter) > 1) number(found$parameter[2]) else NULL, p = number(found$p.value))
      }
    }
  }
}
figures$rao_scott <- chi
options(survey.lonely.psu = "adjust")

# --- p.adjust
families <- list(c(.001, .04, .03, .2, .9), c(.05, .05, .05), c(.5), c(.8, .9, 1), c(.01, NA, .02, .04, NA), c(1e-12, .3, 1e-3))
figures$p_adjust <- lapply(families, function(p) list(p = I(p), holm = I(p.adjust(p, "holm")), bh = I(p.adjust(p, "BH"))))

# --- differences between columns of a table, of shares and of means, respondents in several columns
letters <- list()
for (name in c("simple", "clusters", "stages")) {
  whole <- designs(d)[[name]]
  for (statistic in c("share", "mean")) {
    y <- if (statistic == "share") as.numeric(d$satisfied >= 2) else d$amount
    values <- list(); influence <- list(); bases <- c()
    for (region in 0:3) {
      inside <- d[[paste0("region", region)]] == 1 & !is.na(y)
      w <- weights(whole) * inside
      centre <- sum(w * ifelse(inside, y, 0)) / sum(w)
      values[[region + 1]] <- centre
      influence[[region + 1]] <- ifelse(inside, y - centre, 0) / sum(w)
      bases <- c(bases, sum(inside))
    }
    V <- vcov(svytotal(do.call(cbind, influence), whole))
    for (pair in combn(4, 2, simplify = FALSE)) {
      a <- pair[1]; b <- pair[2]
      either <- (d[[paste0("region", a - 1)]] == 1 | d[[paste0("region", b - 1)]] == 1) & !is.na(y)
      difference <- values[[a]] - values[[b]]
      se <- sqrt(V[a, a] + V[b, b] - 2 * V[a, b])
      df <- degf(subset(whole, either)) - 1   # as svyttest has it
      letters[[length(letters) + 1]] <- list(
        design = name, statistic = statistic, first = a - 1, second = b - 1, difference = difference, se = se, df = df,
        bases = bases[c(a, b)], p = 2 * pt(-abs(difference / se), df))
    }
  }
}
figures$differences <- letters

# the same of columns that nobody shares: svyttest
figures$svyttest <- unlist(recursive = FALSE, lapply(c("simple", "known", "clusters", "stages"), function(name) {
  whole <- designs(d)[[name]]
  lapply(combn(0:3, 2, simplify = FALSE), function(pair) {
    part <- subset(whole, !is.na(amount) & kind %in% pair)
    part <- update(part, first = as.integer(kind == pair[1]))
    found <- svyttest(amount ~ first, part)
    list(design = name, first = pair[1], second = pair[2], difference = number(found$estimate),
         statistic = number(found$statistic), df = number(found$parameter), p = number(found$p.value))
  })
}))

# --- Fisher
square <- list(c(3, 1, 1, 3), c(10, 2, 3, 15), c(0, 7, 6, 2), c(30, 31, 29, 32), c(400, 350, 390, 371), c(1, 0, 0, 9))
larger <- list(
  list(3, c(5, 0, 2, 1, 4, 3, 2, 2, 6)), list(3, c(12, 5, 9, 6, 14, 8, 7, 9, 11)), list(3, c(7, 0, 0, 0, 5, 0, 0, 0, 4)),
  list(4, c(4, 2, 1, 3, 1, 5, 2, 2, 0, 3, 6, 1)), list(5, c(6, 2, 3, 4, 5, 1, 7, 2, 3, 4, 3, 4, 8, 1, 2)),
  list(5, c(2, 0, 1, 3, 0, 1, 2, 2, 0, 1, 0, 3, 1, 1, 2, 3, 1, 0, 2, 2)), list(6, c(1, 2, 0, 4, 3, 9, 3, 0, 2, 1, 1, 2)),
  list(3, c(30, 20, 25, 18, 33, 21, 20, 22, 31)))
tables <- c(lapply(square, matrix, nrow = 2, byrow = TRUE),
            lapply(larger, function(one) matrix(one[[2]], ncol = one[[1]], byrow = TRUE)))
figures$fisher <- lapply(tables, function(counts) list(
  table = lapply(seq_len(nrow(counts)), function(row) I(counts[row, ])),
  p = fisher.test(counts, workspace = 2e8)$p.value))

# --- ranks of a simple sample: with and without ties, small and large
of_kind <- function(column) lapply(0:3, function(at) I(d[[column]][!is.na(d$kind) & d$kind == at & !is.na(d[[column]])]))
pairs <- unlist(recursive = FALSE, lapply(c("amount", "satisfied"), function(column) combn(of_kind(column), 2, simplify = FALSE)))
pairs <- c(pairs, list(list(I(rnorm(60)), I(rnorm(12, 0.5))), list(I(c(1.5, 2.5)), I(c(0.5, 3.5, 9))), list(I(c(1, 2, 2)), I(2))))
figures$wilcoxon <- lapply(pairs, function(pair) {
  found <- suppressWarnings(wilcox.test(pair[[1]], pair[[2]]))
  list(first = pair[[1]], second = pair[[2]], statistic = number(found$statistic), p = found$p.value)
})
figures$kruskal <- lapply(c("amount", "satisfied"), function(column) {
  found <- kruskal.test(lapply(of_kind(column), unclass))
  list(column = column, statistic = number(found$statistic), df = number(found$parameter), p = found$p.value)
})

# --- ranks of a design. Answers without ties in any design, answers with ties where weights are equal: svyranktest.
# With both, its ranks depend on the order of the rows, and the same regression is made here of ranks at the middle.
middle_rank <- function(y, w) vapply(y, function(at) (sum(w[y < at]) + sum(w[y == at]) / 2) / sum(w), 0)
ranks <- list()
for (name in names(designs(d))) for (column in c("amount", "satisfied")) for (group in c("half", "kind")) for (domain in c("all", "young")) {
  whole <- designs(d)[[name]]
  answered <- !is.na(d[[column]]) & !is.na(d[[group]]) & (domain == "all" | d$young == 1)
  part <- subset(whole, answered)
  same <- length(unique(round(weights(part), 9))) == 1
  if (column == "amount" || same) {
    found <- svyranktest(as.formula(paste(column, "~", group)), part)
    figure <- if (group == "half") list(statistic = -number(found$statistic), df = number(found$parameter), denominator = NULL)
              else list(statistic = number(found$parameter) / number(found$statistic), df = number(found$statistic), denominator = found$ddf)
    figure$p <- number(found$p.value)
  } else {
    part <- update(part, rank = middle_rank(get(column), weights(part)), group = factor(get(group)))
    model <- svyglm(rank ~ group, part)
    at <- seq_along(coef(model))[-1]
    wald <- drop(coef(model)[at] %*% solve(vcov(model)[at, at], coef(model)[at])) / length(at)
    rest <- degf(part) - length(at)
    figure <- if (group == "half") list(statistic = -sign(coef(model)[2]) * sqrt(wald), df = rest, denominator = NULL)
              else list(statistic = wald, df = length(at), denominator = rest)
    figure$p <- pf(wald, length(at), rest, lower.tail = FALSE)
  }
  ranks[[length(ranks) + 1]] <- c(list(design = name, column = column, group = group, domain = domain), lapply(figure, function(x) if (is.null(x)) NULL else number(x)))
}
figures$ranks <- ranks

# --- to JSON, every number with 17 digits: those of a double
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    inside <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inside, collapse = ",\n"), "]"))
    return(paste0("{", paste0("\"", names(x), "\": ", inside, collapse = ", "), "}"))
  }
  words <- if (is.character(x)) paste0("\"", x, "\"") else ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(x) == 1 && !inherits(x, "AsIs")) words else paste0("[", paste(words, collapse = ", "), "]")
}
writeLines(json(figures), "comparison.json")
