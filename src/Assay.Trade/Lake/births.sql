-- Codes that first appear in the lake in a year after the lake's first one for that level, with what they carried in that year.
WITH firsts AS (
  SELECT product, level, min(period // 100) AS year FROM country_observations WHERE level IN ('CN8', 'HS6') AND flow IN ('X', 'M') AND value > 0 GROUP BY ALL
), begin AS (SELECT level, min(year) AS year FROM firsts GROUP BY level)
SELECT f.product, f.level, f.year::INTEGER, sum(o.value)::DOUBLE, any_value(o.currency)
FROM firsts f JOIN begin b ON b.level = f.level AND f.year > b.year
JOIN country_observations o ON o.product = f.product AND o.level = f.level AND o.period // 100 = f.year AND o.flow IN ('X', 'M') AND o.value IS NOT NULL
GROUP BY ALL ORDER BY 4 DESC, 1
