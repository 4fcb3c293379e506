# Figures that tests/reference/test_table_command.py holds `dure table` to.
# Run in this folder: Rscript table_command.R. Writes table_command.csv (the answers) and table_command.json (the figures).
# R 4.2, survey 4.1.1. The answers are invented and have what real files have: missing values, a stratum of one town,
# a region with a single respondent, a weight of 0, weights written with commas.

suppressMessages(library(survey))
suppressMessages(library(jsonlite))
set.seed(20161123, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# --- the answers
per_town <- c(5, 7, 4, 6, 8, 5, 6, 7, 3, 6, 5)
town <- rep(seq_along(per_town), per_town)
stratum <- c("urban", "rural", "islands")[c(rep(1, 5), rep(2, 5), 3)][town]   # of the islands one town was drawn
n <- length(town)
mood <- rnorm(11, 0, 0.8)[town]
d <- data.frame(
  stratum, town = paste0("t", town),
  towns = c(urban = 30, rural = 45, islands = 4)[stratum],
  weight = round(exp(rnorm(n, 6, 0.6)), 2),
  region = sample(c("Seoul", "Busan"), n, replace = TRUE),
  satisfied = cut(mood + rnorm(n), c(-Inf, -1.2, -0.4, 0.4, 1.4, Inf), labels = FALSE),
  staff = round(exp(1.5 + 0.4 * mood + rnorm(n, 0, 0.5)), 1)
)
d$region[17] <- "Jeju"
d$weight[23] <- 0
d$satisfied[sample(n, 5)] <- NA
d$staff[sample(n, 4)] <- NA
d$region[sample(setdiff(seq_len(n), 17), 3)] <- NA
written <- transform(d, weight = format(weight, big.mark = ",", nsmall = 2, trim = TRUE))
write.csv(written, "table_command.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")

# --- the designs, by the options of the command
frame <- 10615
designs <- list(
  columns = svydesign(~town, strata = ~stratum, fpc = ~towns, weights = ~weight, data = d),
  size_of_clusters = svydesign(~town, strata = ~stratum, weights = ~weight, data = d),
  size_of_strata = {
    size <- tapply(d$weight, d$stratum, sum) / sum(d$weight) * frame
    d$size <- size[d$stratum]
    svydesign(~1, strata = ~stratum, fpc = ~size, weights = ~weight, data = d)
  },
  weight = svydesign(~1, weights = ~weight, data = d)
)

# --- the figures: value, standard error and ends
interval_of <- function(design, point, method) {
  found <- svyciprop(as.formula(sprintf("~I(satisfied == %d)", point)), design, method = method)
  c(coef(found)[[1]], confint(found))
}
shares_of <- function(design, method) {
  # a respondent of weight 0 is none of n; survey's "beta" and "likelihood" would count its row
  asked <- subset(design, !is.na(satisfied) & weight > 0)
  lapply(1:5, function(point) {
    found <- svymean(as.formula(sprintf("~as.numeric(satisfied == %d)", point)), asked)
    ends <- interval_of(asked, point, method)
    list(value = coef(found)[[1]], se = SE(found)[[1]], low = ends[2], high = ends[3])
  })
}
mean_of <- function(design, confidence = 0.95) {
  asked <- subset(design, !is.na(staff))
  found <- svymean(~staff, asked)
  ends <- confint(found, level = confidence, df = degf(asked))
  list(value = coef(found)[[1]], se = SE(found)[[1]], low = ends[1], high = ends[2])
}

figures <- list()
for (lonely in c("adjust", "certainty", "average")) {
  options(survey.lonely.psu = lonely)
  figures$lonely[[lonely]] <- mean_of(designs$columns)
}
options(survey.lonely.psu = "adjust", survey.adjust.domain.lonely = FALSE)
for (method in c("logit", "xlogit", "likelihood", "asin", "beta", "mean"))
  figures$shares[[method]] <- shares_of(designs$columns, method)
for (name in names(designs)) figures$means[[name]] <- mean_of(designs[[name]])
figures$means$ninety <- mean_of(designs$columns, 0.9)
for (of in c("Seoul", "Busan")) {
  of_region <- subset(designs$columns, !is.na(d$region) & d$region == of)
  figures$by[[of]] <- list(shares = shares_of(of_region, "beta"), mean = mean_of(of_region))
}
write_json(figures, "table_command.json", digits = NA, auto_unbox = TRUE, pretty = 1)
