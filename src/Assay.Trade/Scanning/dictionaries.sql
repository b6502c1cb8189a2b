-- Dictionaries and segments of the column store, from the rows of countries (blocs would count members twice).
CREATE OR REPLACE TEMP VIEW scan_rows AS SELECT * FROM country_observations WHERE flow IN ('X', 'M');
CREATE OR REPLACE TEMP TABLE scan_reporters AS
  SELECT code, row_number() OVER (ORDER BY code) - 1 AS id FROM (SELECT DISTINCT reporter AS code FROM scan_rows);
CREATE OR REPLACE TEMP TABLE scan_partners AS
  SELECT code, row_number() OVER (ORDER BY code) - 1 AS id FROM (SELECT DISTINCT partner AS code FROM scan_rows);
CREATE OR REPLACE TEMP TABLE scan_products AS
  SELECT code, level, row_number() OVER (ORDER BY code, level) - 1 AS id
  FROM (SELECT DISTINCT product AS code, level FROM scan_rows);
CREATE OR REPLACE TEMP TABLE scan_segments AS
  SELECT *, row_number() OVER (ORDER BY flow, frequency, currency, period, reporter) - 1 AS id
  FROM (
    SELECT flow, frequency, coalesce(currency, '') AS currency, period, r.id AS reporter, r.code AS reporter_code, count(*) AS n
    FROM scan_rows o JOIN scan_reporters r ON r.code = o.reporter
    GROUP BY ALL);
CREATE OR REPLACE TEMP TABLE scan_width AS
  SELECT coalesce(bool_and(coalesce(value, 0) BETWEEN 0 AND 4294967295 AND coalesce(value, 0) = floor(coalesce(value, 0))
    AND coalesce(netkg, 0) BETWEEN 0 AND 4294967295 AND coalesce(netkg, 0) = floor(coalesce(netkg, 0))), true) AS narrow
  FROM scan_rows;
