-- Dictionaries and segments of the column store, from the rows of countries (blocs would count members twice). Where nobody but one bloc reports a flow of a period, the bloc's own rows stand in.
CREATE OR REPLACE TEMP TABLE scan_lone AS
  SELECT flow, frequency, period FROM observations GROUP BY ALL HAVING bool_and(reporter_kind = 'bloc') AND count(DISTINCT reporter) = 1;
CREATE OR REPLACE TEMP VIEW scan_rows AS
  SELECT * FROM observations
  WHERE flow IN ('X', 'M') AND partner_kind IN ('country', 'bucket')
    AND (reporter_kind = 'country' OR reporter_kind = 'bloc' AND (flow, frequency, period) IN (SELECT (flow, frequency, period) FROM scan_lone));
CREATE OR REPLACE TEMP TABLE scan_reporters AS
  SELECT code, row_number() OVER (ORDER BY code) - 1 AS id FROM (SELECT DISTINCT reporter AS code FROM scan_rows);
CREATE OR REPLACE TEMP TABLE scan_partners AS
  SELECT code, row_number() OVER (ORDER BY code) - 1 AS id FROM (SELECT DISTINCT partner AS code FROM scan_rows);
CREATE OR REPLACE TEMP TABLE scan_products AS
  SELECT code, level, row_number() OVER (ORDER BY code, level) - 1 AS id
  FROM (SELECT DISTINCT product AS code, level FROM scan_rows);
CREATE OR REPLACE TEMP TABLE scan_segments AS
  SELECT flow, frequency, currency, period, r.id AS reporter, reporter_code, n, narrow,
    row_number() OVER (ORDER BY flow, frequency, currency, period, r.id) - 1 AS id
  FROM (
    SELECT flow, frequency, coalesce(currency, '') AS currency, period, reporter AS reporter_code, count(*) AS n,
      bool_and(coalesce(value, 0) BETWEEN 0 AND 4294967295 AND coalesce(value, 0) = floor(coalesce(value, 0))
        AND coalesce(netkg, 0) BETWEEN 0 AND 4294967295 AND coalesce(netkg, 0) = floor(coalesce(netkg, 0))) AS narrow
    FROM scan_rows GROUP BY ALL) s
  JOIN scan_reporters r ON r.code = s.reporter_code;
CREATE OR REPLACE TEMP TABLE scan_width AS SELECT coalesce(bool_and(narrow), true) AS narrow FROM scan_segments;
