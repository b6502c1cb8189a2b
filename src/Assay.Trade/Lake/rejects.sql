-- Lines the CSV reader refused, one row per kind of error.
SELECT error_type::VARCHAR, coalesce(column_name, ''), count(DISTINCT line)::BIGINT,
  list('line ' || line || ': ' || left(csv_line, 120) ORDER BY line)[1:5], min(line)::BIGINT,
  bool_and(regexp_matches(error_message, '"-?[0-9 .]+,[0-9]+"'))
FROM reject_errors GROUP BY ALL ORDER BY ALL
