# Makes the three small panels of the estimator's tests. Run once: Rscript panels.R
set.seed(20220224)
panel <- function(file, nj, np, nt, zeros, k) {
  d <- expand.grid(t = 0:(nt - 1), p = 0:(np - 1), j = 0:(nj - 1))
  d <- d[runif(nrow(d)) < 0.9, ]
  d$jp <- d$j * np + d$p; d$pt <- d$p * nt + d$t; d$jt <- d$j * nt + d$t
  for (c in 1:k) d[[paste0("x", c)]] <- round(rnorm(nrow(d)) + 0.3 * sin(d$t + c * d$j), 4)
  d$w <- round(runif(nrow(d), 0.5, 2), 3); d$off <- round(rnorm(nrow(d), 0, 0.2), 3)
  a <- rnorm(nj * np); l <- rnorm(np * nt, 0, .3); m <- rnorm(nj * nt, 0, .3)
  eta <- 2 + a[d$jp + 1] + l[d$pt + 1] + m[d$jt + 1] + 0.4 * d$x1 + d$off
  d$y <- rpois(nrow(d), exp(eta)) * (runif(nrow(d)) >= zeros)
  write.csv(d, file, row.names = FALSE, quote = FALSE)
}
panel("two-way.csv", 8, 6, 5, 0, 1)
panel("three-way.csv", 6, 5, 9, 0, 2)
panel("zeros.csv", 6, 5, 9, 0.45, 2)
