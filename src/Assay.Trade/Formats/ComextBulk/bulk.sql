-- Comext bulk: 18 columns from 2022 on, 19 before, under other names: one row per reporter, partner, product, flow, procedure and classification detail.
-- Before 2022 two numeric partner codes can share one ISO code; rows add up, so nothing is lost by using the latter. Month 52 is the year's total. Flow 1 imports, 2 exports. Confidential codes such as 39XXXXXX are kept as published.
SELECT coalesce(country_code(reporter_at), {reporter}) AS reporter, coalesce(country_kind(reporter_at), 'unknown') AS reporter_kind,
  coalesce(country_code(partner_at), {partner}) AS partner, coalesce(country_kind(partner_at), 'unknown') AS partner_kind,
  CASE FLOW WHEN '2' THEN 'X' WHEN '1' THEN 'M' ELSE FLOW END AS flow,
  PRODUCT_NC AS product,
  CASE WHEN PRODUCT_NC = 'TOTAL' THEN 'TOTAL' WHEN length(PRODUCT_NC) = 8 THEN 'CN8' WHEN length(PRODUCT_NC) = 6 THEN 'HS6'
       WHEN length(PRODUCT_NC) = 4 THEN 'HS4' WHEN length(PRODUCT_NC) = 2 THEN 'HS2' ELSE 'OTHER' END AS level,
  'CN' || (PERIOD // 100) AS nomenclature,
  CASE WHEN PERIOD % 100 = 52 THEN 'A' ELSE 'M' END AS frequency,
  CASE WHEN PERIOD % 100 = 52 THEN PERIOD - 52 ELSE PERIOD END AS period,
  {value} AS value, 'EUR' AS currency, {netkg} AS netkg,
  CASE WHEN {unit} IN ('NO_SU', '') THEN NULL ELSE {suppl} END AS suppl,
  CASE WHEN {unit} IN ('NO_SU', '') THEN NULL ELSE {unit} END AS suppl_unit,
  getvariable('source') AS source, getvariable('extract_date') AS extract_date,
  CASE WHEN reporter_at IS NULL THEN 'the reporter code is unknown' WHEN partner_at IS NULL THEN 'the partner code is unknown'
       WHEN FLOW NOT IN ('1', '2') THEN 'the flow is neither 1 (imports) nor 2 (exports)'
       WHEN NOT (PERIOD % 100 BETWEEN 1 AND 12 OR PERIOD % 100 = 52) OR PERIOD NOT BETWEEN 190001 AND 209952 THEN 'the period is not a month YYYYMM or year YYYY52'
       WHEN PRODUCT_NC <> 'TOTAL' AND length(PRODUCT_NC) NOT IN (2, 4, 6, 8) THEN 'the product code has a length that CN and HS do not have'
       WHEN {value} IS NULL THEN 'the value is missing' 
       WHEN NOT isfinite({value}) OR NOT isfinite(coalesce({netkg}, 0)) OR NOT isfinite(coalesce({suppl}, 0)) THEN 'a number is not finite'
       WHEN {value} < 0 THEN 'the value is negative' END AS refusal,
  NULL::VARCHAR AS left_out, NULL::VARCHAR AS repaired
FROM (SELECT *, country_at({reporter}) AS reporter_at, country_at({partner}) AS partner_at FROM {csv}) f
