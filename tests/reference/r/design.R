# Figures of design-based estimates for tests/reference/test_design_based.py.
# Writes design.csv (answers with awkward corners, made up here) and design.json beside itself:
#   Rscript design.R      with R's survey package, version 4.1.1

suppressMessages(library(survey))
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))

# ---- the answers: strata A-D with clusters of two stages, D with one cluster; missing values; a domain of one ----

set.seed(20161107)
clusters <- data.frame(
  stratum = rep(c("A", "B", "C", "D"), c(4, 3, 5, 1)),
  cluster = c(1:4, 1:3, 1:5, 1), # labels are used again in the next stratum
  clusters = rep(c(10, 7, 12, 2), c(4, 3, 5, 1)), # in the frame
  persons = c(9, 6, 7, 8, 5, 5, 12, 10, 6, 7, 8, 9, 6), # in the frame's cluster
  drawn = c(6, 4, 4, 5, 4, 5, 6, 6, 4, 4, 4, 5, 4)
)
rows <- clusters[rep(seq_len(nrow(clusters)), clusters$drawn), ]
n <- nrow(rows)
rows$person <- sequence(clusters$drawn)
rows$half <- ifelse(rows$person %% 2 == 0, "even", "odd")
rows$half_persons <- pmax(ceiling(rows$persons / 2), ave(rows$person, rows$stratum, rows$cluster, rows$half, FUN = length))
rows$weight <- round(rows$clusters / as.vector(table(clusters$stratum)[rows$stratum]) *
  rows$persons / rows$drawn * runif(n, 0.6, 1.8), 3)
rows$stratum_size <- c(A = 80, B = 50, C = 95, D = 12)[rows$stratum]
rows$frame <- 237
rows$group <- sample(c("north", "south", "never"), n, replace = TRUE, prob = c(0.45, 0.35, 0.2))
rows$group[7] <- "single"
effect <- rnorm(13)[as.integer(interaction(rows$stratum, rows$cluster, drop = TRUE))]
rows$income <- round(exp(5 + 0.4 * effect + 0.5 * rnorm(n)), 2)
rows$members <- rpois(n, 6 + 2 * (rows$stratum == "A")) + 1
rows$yes <- rbinom(n, 1, plogis(-0.4 + 0.8 * effect))
rows$yes[rows$group == "never"] <- 0
rows$rare <- as.integer(seq_len(n) %in% c(11, 40))
rows$nobody <- 0L
rows$everybody <- 1L
rows$same <- 4.1
rows$income[c(3, 18, 33, 50)] <- NA
rows$yes[c(5, 18, 44)] <- NA
rows$drawn <- NULL
write.csv(rows, file.path(here, "design.csv"), row.names = FALSE, quote = FALSE, na = "")
rows <- read.csv(file.path(here, "design.csv"), na.strings = "")

# ---- the designs ----

designs <- list(
  simple = function() svydesign(~1, data = transform(rows, weight = 237 / n), weights = ~weight),
  simple_fpc = function() svydesign(~1, data = rows, fpc = ~frame),
  weighted = function() svydesign(~1, data = rows, weights = ~weight),
  stratified = function() svydesign(~1, strata = ~stratum, data = rows, weights = ~weight),
  stratified_fpc = function() svydesign(~1, strata = ~stratum, data = rows, weights = ~weight, fpc = ~stratum_size),
  clustered = function() svydesign(~ interaction(stratum, cluster), data = rows, weights = ~weight),
  stratified_clustered = function() {
    svydesign(~cluster, strata = ~stratum, data = rows, weights = ~weight, nest = TRUE)
  },
  stratified_clustered_fpc = function() {
    svydesign(~cluster, strata = ~stratum, data = rows, weights = ~weight, fpc = ~clusters, nest = TRUE)
  },
  two_stage_fpc = function() {
    svydesign(~ cluster + person,
      strata = ~stratum, data = rows, weights = ~weight, fpc = ~ clusters + persons, nest = TRUE
    )
  },
  two_stage_strata_fpc = function() {
    svydesign(~ cluster + person,
      strata = ~ stratum + half, data = rows, weights = ~weight, fpc = ~ clusters + half_persons, nest = TRUE
    )
  }
)
has_lonely <- c("stratified_clustered", "stratified_clustered_fpc", "two_stage_fpc", "two_stage_strata_fpc")

# ---- the figures ----

figure <- function(expression) tryCatch(as.numeric(expression), error = function(e) NaN)

# Under "average" rows outside stay in the design: R would otherwise count only the strata that a domain reaches.
inside <- function(d, keep, lonely) {
  if (lonely != "average") return(d[keep, ])
  d$variables[is.na(d$variables)] <- 0
  d[keep, , drop = FALSE]
}

estimate <- function(s) list(value = figure(coef(s)), se = figure(SE(s)))

with_deff <- function(f, formula, d) {
  with_replacement <- f(formula, d, deff = "replace")
  without <- suppressWarnings(f(formula, d, deff = TRUE))
  list(
    value = figure(coef(without)), se = figure(SE(without)),
    deff_with = figure(deff(with_replacement)), deff_without = figure(deff(without))
  )
}

# The profile likelihood's ends, by root finding where svyciprop reads them off a spline through a few points.
likelihood <- function(p, v, n, t) {
  deviance <- function(q) 2 * n * (p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)))
  dispersion <- n / (n - 1)
  target <- t^2 * n * v / (p * (1 - p))
  over <- function(logit) deviance(plogis(logit)) / dispersion - target
  c(
    plogis(uniroot(over, c(qlogis(p) - 40, qlogis(p)), tol = 1e-15, maxiter = 10000)$root),
    plogis(uniroot(over, c(qlogis(p), qlogis(p) + 40), tol = 1e-15, maxiter = 10000)$root)
  )
}

share <- function(name, d, lonely) {
  formula <- reformulate(name)
  s <- svymean(formula, d)
  out <- estimate(s)
  if (lonely == "average") return(out)
  out$intervals <- list()
  for (method in c("logit", "likelihood", "asin", "beta", "mean", "xlogit")) {
    out$intervals[[method]] <- figure(suppressWarnings(confint(svyciprop(formula, d, method = method))))
  }
  df <- degf(d)
  if (coef(s) > 0 && coef(s) < 1 && df > 0) {
    out$intervals$normal <- figure(confint(s))
    out$intervals$likelihood_root <- likelihood(coef(s), figure(vcov(s)), nrow(d), qt(0.975, df))
    out$beta_90 <- figure(confint(svyciprop(formula, d, method = "beta", level = 0.9)))
  }
  out
}

one_domain <- function(d, keep, lonely) {
  of <- function(...) inside(d, keep & complete.cases(rows[c(...)]), lonely)
  everybody <- of("members")
  pair <- of("income", "members")
  ratio <- svyratio(~income, ~members, pair)
  list(
    n = sum(weights(everybody) > 0),
    degf = degf(everybody),
    means = list(
      income = with_deff(svymean, ~income, of("income")), members = with_deff(svymean, ~members, everybody),
      same = estimate(svymean(~same, everybody))
    ),
    totals = list(
      income = with_deff(svytotal, ~income, of("income")), members = with_deff(svytotal, ~members, everybody)
    ),
    ratio = list(value = figure(coef(ratio)), se = figure(SE(ratio))),
    covariance = figure(vcov(svymean(~ income + members, pair))),
    shares = sapply(c("yes", "rare", "nobody", "everybody"), function(name) share(name, of(name), lonely), simplify = FALSE)
  )
}

quantile_rules <- c("math", "school", "hf1", "hf2", "hf3", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9")
probabilities <- c(0.25, 0.5, 0.9)

read_quantiles <- function(name, d, rule, interval) {
  found <- suppressWarnings(svyquantile(reformulate(name), d, probabilities, qrule = rule, interval.type = interval))[[1]]
  list(value = figure(found[, 1]), low = figure(found[, 2]), high = figure(found[, 3]), se = figure(found[, 4]))
}

some_quantiles <- function(d, keep, rules, intervals) {
  out <- list()
  for (name in c("income", "members")) {
    known <- d[keep & !is.na(rows[[name]]), ]
    for (rule in rules) {
      for (interval in intervals) {
        out[[paste(name, rule, interval)]] <- read_quantiles(name, known, rule, interval)
      }
    }
  }
  out
}

domains <- list(
  all = rep(TRUE, n), north = rows$group == "north", never = rows$group == "never", single = rows$group == "single",
  a_and_d = rows$stratum %in% c("A", "D")
)
figures <- list(made_with = paste("R", getRversion(), "survey", packageVersion("survey")), designs = list())
for (name in names(designs)) {
  for (lonely in if (name %in% has_lonely) c("adjust", "certainty", "average") else "adjust") {
    options(survey.lonely.psu = lonely)
    d <- designs[[name]]()
    figures$designs[[paste(name, lonely)]] <- lapply(domains, function(keep) one_domain(d, keep, lonely))
  }
}
options(survey.lonely.psu = "adjust")
for (name in c("weighted", "stratified_fpc", "two_stage_fpc")) {
  d <- designs[[name]]()
  figures$quantiles[[name]] <- list(
    all = c(some_quantiles(d, domains$all, quantile_rules, "mean"), some_quantiles(d, domains$all, c("math", "hf7"), c("xlogit", "beta", "asin"))),
    north = some_quantiles(d, domains$north, quantile_rules, "mean")
  )
}
unit <- svydesign(~1, data = transform(rows, weight = weight / mean(weight)), weights = ~weight) # see quantiles.py
figures$shahvaish <- read_quantiles("members", unit, "shahvaish", "mean")
d <- designs$two_stage_fpc()
by_group <- svyby(~members, ~group, subset(d, group %in% c("north", "south")), svymean, covmat = TRUE)
figures$difference <- list(
  covariance = figure(vcov(by_group)), se = figure(SE(svycontrast(by_group, c(north = 1, south = -1))))
)

# ---- JSON with every digit ----

json <- function(x) {
  if (is.list(x)) {
    paste0("{", paste0('"', names(x), '": ', vapply(x, json, ""), collapse = ", "), "}")
  } else if (is.character(x)) {
    paste0('"', x, '"')
  } else {
    digits <- ifelse(is.finite(x), sprintf("%.17g", x), "null")
    if (length(x) == 1) digits else paste0("[", paste(digits, collapse = ", "), "]")
  }
}
lines <- unlist(lapply(names(figures$designs), function(name) {
  paste0('"', name, '": ', json(figures$designs[[name]]))
}))
figures$designs <- NULL
rest <- sub("}$", "", json(figures))
cat(rest, ',\n"designs": {\n', paste(lines, collapse = ",\n"), "\n}}\n", sep = "", file = file.path(here, "design.json"))
