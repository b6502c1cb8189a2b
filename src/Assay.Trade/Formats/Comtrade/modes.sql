-- Rows by mode of transport whose total is not in the file are kept, so that they add up to it, unless the flow is there by one mode alone.
COPY (
  WITH totals AS (
    SELECT reporter, partner, flow, product, period,
      bool_or(left_out IS NULL) AS whole, count(*) FILTER (left_out = {part}) AS modes
    FROM {raw} GROUP BY ALL
  )
  SELECT r.* REPLACE (
    CASE WHEN {lines} <> '' AND r.left_out IN ({lines}, {part}) THEN NULL
         WHEN r.left_out = {part} AND NOT t.whole THEN CASE WHEN t.modes > 1 THEN NULL ELSE {alone} END ELSE r.left_out END AS left_out)
  FROM {raw} r JOIN totals t ON t.reporter IS NOT DISTINCT FROM r.reporter AND t.partner IS NOT DISTINCT FROM r.partner AND t.flow IS NOT DISTINCT FROM r.flow
    AND t.product IS NOT DISTINCT FROM r.product AND t.period IS NOT DISTINCT FROM r.period
) TO {output} (FORMAT parquet)
