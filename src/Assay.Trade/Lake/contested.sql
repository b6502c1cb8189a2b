-- Files that share a reporting block (reporter, flow, frequency, level, period, currency) with another file.
WITH blocks AS (SELECT DISTINCT source, reporter, flow, frequency, level, period, currency FROM {coverage}),
     shared AS (SELECT reporter, flow, frequency, level, period, currency FROM blocks
                GROUP BY ALL HAVING count(*) > 1)
SELECT DISTINCT source FROM blocks JOIN shared USING (reporter, flow, frequency, level, period, currency);
