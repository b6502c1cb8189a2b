-- National codes of eight digits are cut to six, and what was cut is left out where the same file has the six-digit row it is part of.
COPY (
  WITH cut AS (
    SELECT * REPLACE (
      CASE WHEN national THEN product[:6] ELSE product END AS product,
      CASE WHEN national THEN 'HS6' ELSE level END AS level,
      CASE WHEN national THEN {cut} ELSE repaired END AS repaired)
    FROM (SELECT *, level = 'CN8' AND reporter_kind = 'country' AND reporter NOT IN ({combined}) AND regexp_full_match(product, '[0-9]{8}') AS national
          FROM {stage})
  ), whole AS (
    SELECT DISTINCT reporter, partner, flow, product, frequency, period, currency FROM cut
    WHERE level = 'HS6' AND repaired IS DISTINCT FROM {cut} AND refusal IS NULL AND left_out IS NULL
  )
  SELECT c.* EXCLUDE (national) REPLACE (
    CASE WHEN c.repaired = {cut} AND w.product IS NOT NULL THEN NULL ELSE c.repaired END AS repaired,
    CASE WHEN c.repaired = {cut} AND w.product IS NOT NULL THEN 'a part of a six-digit row that is also in the file' ELSE c.left_out END AS left_out)
  FROM cut c LEFT JOIN whole w ON w.reporter = c.reporter AND w.partner = c.partner AND w.flow = c.flow AND w.product = c.product
    AND w.frequency = c.frequency AND w.period = c.period AND w.currency = c.currency
) TO {output} (FORMAT parquet)
