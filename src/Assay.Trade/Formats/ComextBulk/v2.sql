-- Comext bulk, 18 columns (from 2022 on): one row per reporter, partner, product, flow, procedure and classification detail.
-- Month 52 is the year's total. Flow 1 imports, 2 exports. Confidential codes such as 39XXXXXX are kept as published.
SELECT coalesce(country_code(reporter_at), REPORTER) AS reporter, coalesce(country_kind(reporter_at), 'unknown') AS reporter_kind,
  coalesce(country_code(partner_at), PARTNER) AS partner, coalesce(country_kind(partner_at), 'unknown') AS partner_kind,
  CASE FLOW WHEN '2' THEN 'X' WHEN '1' THEN 'M' ELSE FLOW END AS flow,
  PRODUCT_NC AS product,
  CASE WHEN PRODUCT_NC = 'TOTAL' THEN 'TOTAL' WHEN length(PRODUCT_NC) = 8 THEN 'CN8' WHEN length(PRODUCT_NC) = 6 THEN 'HS6'
       WHEN length(PRODUCT_NC) = 4 THEN 'HS4' WHEN length(PRODUCT_NC) = 2 THEN 'HS2' ELSE 'OTHER' END AS level,
  'CN' || (PERIOD // 100) AS nomenclature,
  CASE WHEN PERIOD % 100 = 52 THEN 'A' ELSE 'M' END AS frequency,
  CASE WHEN PERIOD % 100 = 52 THEN PERIOD - 52 ELSE PERIOD END AS period,
  VALUE_EUR AS value, 'EUR' AS currency, QUANTITY_KG AS netkg,
  CASE WHEN SUPPL_UNIT IN ('NO_SU', '') THEN NULL ELSE QUANTITY_SUPPL_UNIT END AS suppl,
  CASE WHEN SUPPL_UNIT IN ('NO_SU', '') THEN NULL ELSE SUPPL_UNIT END AS suppl_unit,
  {source} AS source, {extract_date} AS extract_date,
  CASE WHEN reporter_at IS NULL THEN 'the reporter code is unknown' WHEN partner_at IS NULL THEN 'the partner code is unknown'
       WHEN FLOW NOT IN ('1', '2') THEN 'the flow is neither 1 (imports) nor 2 (exports)'
       WHEN NOT (PERIOD % 100 BETWEEN 1 AND 12 OR PERIOD % 100 = 52) OR PERIOD NOT BETWEEN 190001 AND 209952 THEN 'the period is not a month YYYYMM or year YYYY52'
       WHEN PRODUCT_NC <> 'TOTAL' AND length(PRODUCT_NC) NOT IN (2, 4, 6, 8) THEN 'the product code has a length that CN and HS do not have'
       WHEN VALUE_EUR IS NULL THEN 'the value is missing' WHEN VALUE_EUR < 0 THEN 'the value is negative' END AS refusal,
  NULL::VARCHAR AS left_out, NULL::VARCHAR AS repaired
FROM (SELECT *, country_at(REPORTER) AS reporter_at, country_at(PARTNER) AS partner_at FROM {csv}) f
