# Reference numbers: R's glm (glm.fit, family = poisson) with explicit dummies, and the clustered sandwich from its full design.
# Run in this folder: Rscript glm.R > glm.csv
out <- function(case, f, d, terms, wt = rep(1, nrow(d)), off = rep(0, nrow(d))) {
  m <- fit(f, d, wt, off); X <- m$X; mu <- m$fitted.values
  H <- chol2inv(chol(crossprod(X, X * (wt * mu))))
  S <- rowsum(X * (wt * (d$y - mu)), d$j); G <- nrow(S)
  V <- G / (G - 1) * H %*% crossprod(S) %*% H
  for (v in terms) { i <- match(v, colnames(X))
    cat(sprintf("%s,%s,%.12g,%.12g,%.12g,%.12g\n", case, v, m$coefficients[i], sqrt(H[i, i]), sqrt(V[i, i]), m$deviance)) }
}
fit <- function(f, d, wt = rep(1, nrow(d)), off = rep(0, nrow(d))) {
  X <- model.matrix(f, d); q <- qr(X); X <- X[, sort(q$pivot[seq_len(q$rank)])] # one dummy of each dependent lot goes
  m <- suppressWarnings(glm.fit(X, d$y, weights = wt, offset = off, family = poisson(), control = glm.control(epsilon = 1e-14, maxit = 200)))
  m$X <- X; m
}
cat("case,term,estimate,se_information,se_cluster_j,deviance\n")
d <- read.csv("two-way.csv"); out("two-way", y ~ x1 + factor(jp) + factor(t), d, "x1")
three <- y ~ x1 + x2 + factor(jp) + factor(pt) + factor(jt); both <- c("x1", "x2")
d <- read.csv("three-way.csv"); out("three-way", three, d, both)
out("weighted", three, d, both, d$w, d$off)
out("intercept", y ~ x1 + x2, d, both)
d <- read.csv("zeros.csv")
repeat { # levels whose outcomes are all zero have no finite estimate; leave them out as the estimator does
  keep <- with(d, ave(y, jp, FUN = sum) > 0 & ave(y, pt, FUN = sum) > 0 & ave(y, jt, FUN = sum) > 0)
  if (all(keep)) break
  d <- d[keep, ] }
d <- d[!(d$y == 0 & fit(three, d)$fitted.values < 1e-9), ] # and zeros that combinations of dummies predict wholly
out("zeros", three, d, both)
