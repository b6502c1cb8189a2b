-- What became of the rows of one file, with up to five examples of each reason.
SELECT coalesce(refusal, '') AS refusal, coalesce(left_out, '') AS left_out, coalesce(repaired, '') AS repaired, count(*)::BIGINT AS rows,
  list('reporter ' || coalesce(reporter, '-') || ', partner ' || coalesce(partner, '-') || ', flow ' || coalesce(flow, '-') || ', product '
    || coalesce(product, '-') || ', period ' || coalesce(period::VARCHAR, '-') || ', value ' || coalesce(value::VARCHAR, '-'))[1:5] AS examples
FROM {stage}
WHERE refusal IS NOT NULL OR left_out IS NOT NULL OR repaired IS NOT NULL
GROUP BY ALL ORDER BY ALL
