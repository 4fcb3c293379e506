# Figures for tests/reference/test_scales.py, from the invented answers of scales.csv.
# Run in this folder: Rscript scales.R   (R 4.2.2, survey 4.1-1, psych 2.2.9, jsonlite)
# q4 runs the other way and is turned (6 - q4). Respondent 17 has weight 0, stratum d one cluster, group z one row.
library(survey)
library(jsonlite)
options(survey.lonely.psu = "adjust")

d <- read.csv("scales.csv")
d$q4 <- 6 - d$q4
items <- paste0("q", 1:5)
complete <- d[complete.cases(d[items]), items]

alpha_by_hand <- function(S) { k <- ncol(S); k / (k - 1) * (1 - sum(diag(S)) / sum(S)) }
standardised_by_hand <- function(S) {
  R <- cov2cor(S); k <- ncol(R); r <- mean(R[lower.tri(R)]); k * r / (1 + (k - 1) * r)
}
feldt <- function(a, n, k) 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1))

# One factor by factanal, whose minimum is then solved to the last digits by Newton's method on diag(LL' + Psi) = 1:
# factanal itself stops where optim does, some 1e-7 away. Both are kept.
one_factor <- function(R) {
  fit <- factanal(covmat = R, factors = 1, control = list(opt = list(factr = 1e6)))
  gap <- function(psi) {
    e <- eigen(R / sqrt(outer(psi, psi)), symmetric = TRUE)
    psi * e$vectors[, 1]^2 * (e$values[1] - 1) + psi - 1
  }
  psi <- fit$uniquenesses
  for (step in 1:20) {
    J <- sapply(seq_along(psi), function(i) {
      h <- replace(0 * psi, i, 1e-6); (gap(psi + h) - gap(psi - h)) / 2e-6
    })
    psi <- psi - solve(J, gap(psi))
  }
  e <- eigen(R / sqrt(outer(psi, psi)), symmetric = TRUE)
  loadings <- sqrt(psi) * e$vectors[, 1] * sqrt(e$values[1] - 1)
  list(factanal = as.numeric(fit$loadings) * sign(sum(fit$loadings)), solved = as.numeric(loadings) * sign(sum(loadings)))
}
omega_of <- function(loadings, s) sum(loadings * s)^2 / (sum(loadings * s)^2 + sum((1 - loadings^2) * s^2))
omegas <- function(S) {
  fit <- one_factor(cov2cor(S)); s <- sqrt(diag(S))
  list(loadings_factanal = fit$factanal, loadings = fit$solved,
       raw_factanal = omega_of(fit$factanal, s), raw = omega_of(fit$solved, s),
       standardised = omega_of(fit$solved, 1 + 0 * s))
}

S <- cov(complete)
a <- alpha_by_hand(S)
psych_alpha <- suppressWarnings(psych::alpha(complete))$total
stopifnot(abs(psych_alpha$raw_alpha - a) < 1e-12)
weighted <- d[complete.cases(d[items]) & d$weight > 0, ]
W <- cov.wt(weighted[items], weighted$weight / sum(weighted$weight), method = "ML")$cov
whole <- svydesign(ids = ~1, weights = ~weight, data = weighted)
stopifnot(abs(svycralpha(~q1 + q2 + q3 + q4 + q5, whole) - alpha_by_hand(W)) < 1e-12)

heywood <- factanal(d[c("h1", "h2", "h3")], factors = 1)

orders <- function(prefix) as.matrix(d[paste0(prefix, letters[1:5])])
shared <- function(x) t(apply(x, 1, function(r) rank(ifelse(is.na(r), 99, r))))
W_of <- function(x) {  # through friedman.test, which corrects for ties
  f <- friedman.test(x); list(w = unname(f$statistic) / (nrow(x) * (ncol(x) - 1)), n = nrow(x),
                              chi2 = unname(f$statistic), df = unname(f$parameter), p = f$p.value)
}
ranked <- orders("r_"); ranked <- ranked[rowSums(!is.na(ranked)) > 0, ]
number <- rowSums(!is.na(ranked))

scored <- transform(d, score = ifelse(nps >= 9, 1, ifelse(nps >= 7, 0, -1)))
designs <- list(
  simple = svydesign(ids = ~1, weights = rep(1, nrow(d)), data = scored),
  clustered = svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = scored)
)
nps_of <- function(design) {
  answered <- subset(design, !is.na(score))
  m <- svymean(~score, answered); y <- svyby(~score, ~group, answered, svymean)
  list(value = 100 * unname(coef(m)), se = 100 * as.numeric(SE(m)),
       groups = y$group, group_values = 100 * y$score, group_se = 100 * y$se)
}

write_json(list(
  made_with = paste("R", getRversion(), "survey", packageVersion("survey"), "psych", packageVersion("psych")),
  alpha = list(n = nrow(complete), raw = a, standardised = standardised_by_hand(S), feldt = feldt(a, nrow(complete), 5),
               psych_standardised = psych_alpha$std.alpha, weighted = alpha_by_hand(W), weighted_n = nrow(weighted),
               unturned = alpha_by_hand(cov(transform(complete, q4 = 6 - q4)))),
  omega = omegas(S), omega_weighted = omegas(W), omega_three = omegas(cov(na.omit(d[items[1:3]]))),
  heywood = as.numeric(heywood$uniquenesses),
  w = list(full = W_of(orders("f_")), top = W_of(shared(ranked))),
  borda = list(n = nrow(ranked),
               top = unname(colMeans(ifelse(is.na(ranked), 0, 4 - ranked))),
               modified = unname(colMeans(ifelse(is.na(ranked), 0, number + 1 - ranked))),
               average = unname(colMeans(6 - shared(ranked)))),
  nps = lapply(designs, nps_of)
), "scales.json", digits = I(17), auto_unbox = TRUE, pretty = TRUE)
