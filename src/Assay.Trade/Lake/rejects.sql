-- Lines the CSV reader refused, each once, for the first column that is wrong in it; one row per kind of error.
SELECT error_type::VARCHAR, coalesce(column_name, ''), count(*)::BIGINT,
  list('line ' || line || ': ' || left(csv_line, 120) ORDER BY line)[1:5], min(line)::BIGINT,
  bool_and(regexp_matches(error_message, '"-?[0-9 .]+,[0-9]+"'))
FROM (FROM reject_errors QUALIFY row_number() OVER (PARTITION BY scan_id, line ORDER BY column_idx, error_type) = 1)
GROUP BY ALL ORDER BY ALL
