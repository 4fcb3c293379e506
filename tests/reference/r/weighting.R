# The figures of weighting.json: survey 4.1.1, from the answers in weighting.csv.
# Rscript weighting.R, in this folder.
suppressMessages(library(survey))
# Four respondents gave no y; region D has three respondents, none of them of type c; stratum s4 has one cluster.
data <- read.csv("weighting.csv", stringsAsFactors = TRUE)
data$known <- !is.na(data$y)
data$y[!data$known] <- 0  # outside of the domain that is asked for: R would carry the gap along
options(survey.lonely.psu = "adjust")

region <- data.frame(region = c("A", "B", "C", "D"), Freq = c(400, 350, 200, 50))
type <- data.frame(type = c("a", "b", "c"), Freq = c(500, 300, 200))
size <- data.frame(size = c("l", "s"), Freq = c(260, 740))
cells <- data.frame(region = rep(c("A", "B", "C"), each = 2), half = rep(c("x", "y"), 3),
                    Freq = c(210, 190, 170, 180, 120, 80))

designs <- list(
  equal = svydesign(ids = ~1, weights = ~one, data = data),
  weighted = svydesign(ids = ~1, weights = ~w, data = data),
  stratified = svydesign(ids = ~1, strata = ~stratum, weights = ~w, fpc = ~frame, data = data),
  clustered = svydesign(ids = ~cluster, strata = ~stratum, weights = ~w, data = data, nest = TRUE),
  two_stage = svydesign(ids = ~cluster + id, strata = ~stratum, fpc = ~clusters_in_frame + persons_in_cluster,
                        weights = ~w, data = data, nest = TRUE)
)
fine <- list(maxit = 5000, epsilon = 1e-12)
fitted <- function(design, how) switch(how,
  raked = rake(design, list(~region, ~type, ~size), list(region, type, size), control = fine),
  post_stratified = postStratify(design, ~region, region),
  calibrated = calibrate(design, ~ region + type + size, calfun = "raking", epsilon = 1e-13, maxit = 200,
    population = c(`(Intercept)` = 1000, regionB = 350, regionC = 200, regionD = 50, typeb = 300, typec = 200, sizes = 740))
)
estimates <- function(design) {
  known <- subset(design, known)
  small <- subset(design, known & group == "g1")
  one <- function(e) list(value = unname(coef(e)), se = unname(as.vector(SE(e))))
  list(weights = unname(weights(design)),
       mean = one(svymean(~y, known)), total = one(svytotal(~y, known)),
       domain_mean = one(svymean(~y, small)), share = one(svymean(~yes, design)),
       ratio = one(svyratio(~y, ~z, known)))
}
figures <- list()
for (name in names(designs)) for (how in c("raked", "post_stratified", "calibrated"))
  figures[[paste(name, how)]] <- estimates(fitted(designs[[name]], how))
abc <- subset(designs$weighted, region != "D")
crossed <- postStratify(svydesign(ids = ~1, weights = ~w, data = subset(data, region != "D")), ~ region + half, cells)
figures[["crossed post_stratified"]] <- estimates(crossed)

number <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g"))
json <- function(x) if (is.list(x)) paste0("{", paste0("\"", names(x), "\": ", vapply(x, json, ""), collapse = ",\n "), "}") else
  if (length(x) == 1) number(x) else paste0("[", paste(number(x), collapse = ", "), "]")
writeLines(json(figures), "weighting.json")
