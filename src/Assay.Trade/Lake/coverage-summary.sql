SELECT reporter, any_value(reporter_kind), flow, frequency, level, currency,
       min(period), max(period), count(DISTINCT period)::INTEGER, sum(rows)::BIGINT
FROM coverage
GROUP BY reporter, flow, frequency, level, currency
ORDER BY reporter, flow, frequency, level, currency;
