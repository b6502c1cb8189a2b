-- Comext bulk: 18 columns from 2022 on, 19 before, under other names: one row per reporter, partner, product, flow, procedure and classification detail.
-- Before 2022 two numeric partner codes can share one ISO code; rows add up, so nothing is lost by using the latter. Month 52 is the year's total. Flow 1 imports, 2 exports. Confidential codes such as 39XXXXXX are kept as published.
-- A row is kept or refused: there are no columns left_out and repaired.
SELECT coalesce(country_code(reporter_at), {reporter}) AS reporter, country_kind(reporter_at) AS reporter_kind,
  coalesce(country_code(partner_at), {partner}) AS partner, country_kind(partner_at) AS partner_kind,
  CASE FLOW WHEN '2' THEN 'X'::flow_name WHEN '1' THEN 'M'::flow_name END AS flow,
  PRODUCT_NC AS product, level_of(PRODUCT_NC, digits) AS level,
  combined_nomenclature(PERIOD // 100) AS nomenclature,
  CASE WHEN month = 52 THEN 'A'::frequency_name ELSE 'M'::frequency_name END AS frequency,
  CASE WHEN month = 52 THEN PERIOD - 52 ELSE PERIOD END AS period,
  {value} AS value, 'EUR'::currency_name AS currency, {netkg} AS netkg,
  CASE WHEN {unit} IN ('NO_SU', '') THEN NULL ELSE {suppl} END AS suppl,
  CASE WHEN {unit} IN ('NO_SU', '') THEN NULL ELSE {unit} END AS suppl_unit,
  getvariable('source')::source_name AS source, getvariable('extract_date') AS extract_date,
  CASE WHEN reporter_at IS NULL THEN 'the reporter code is unknown' WHEN partner_at IS NULL THEN 'the partner code is unknown'
       WHEN FLOW IS NULL OR FLOW NOT IN ('1', '2') THEN 'the flow is neither 1 (imports) nor 2 (exports)'
       WHEN PERIOD IS NULL OR NOT (month BETWEEN 1 AND 12 OR month = 52) OR PERIOD NOT BETWEEN {first}01 AND {last}52 THEN 'the period is not a month YYYYMM or year YYYY52'
       WHEN PRODUCT_NC IS NULL OR PRODUCT_NC <> 'TOTAL' AND digits NOT IN (2, 4, 6, 8) THEN 'the product code has a length that CN and HS do not have'
       WHEN NOT code_like(PRODUCT_NC) THEN 'the product code has other characters than digits and capital letters'
       WHEN {value} IS NULL THEN 'the value is missing'
       WHEN NOT isfinite({value}) OR NOT isfinite(coalesce({netkg}, 0)) OR NOT isfinite(coalesce({suppl}, 0)) THEN 'a number is not finite'
       WHEN {value} < 0 THEN 'the value is negative' END AS refusal
FROM (SELECT *, country_at({reporter}) AS reporter_at, country_at({partner}) AS partner_at, length(PRODUCT_NC) AS digits, PERIOD % 100 AS month FROM {csv}) f
