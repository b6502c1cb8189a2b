-- Comext SDMX-CSV: one row per indicator. Values in EUR, quantities in 100 kg, supplementary quantities in the product's unit.
SELECT coalesce(country_code(reporter_at), f."{reporter}") AS reporter, coalesce(country_kind(reporter_at), 'unknown') AS reporter_kind,
  coalesce(country_code(partner_at), f."{partner}") AS partner, coalesce(country_kind(partner_at), 'unknown') AS partner_kind,
  CASE WHEN f."{flow}" IN ('2', 'X', 'EXPORT', '2-EXPORT') THEN 'X' WHEN f."{flow}" IN ('1', 'M', 'IMPORT', '1-IMPORT') THEN 'M' ELSE f."{flow}" END AS flow,
  f."{product}" AS product,
  CASE WHEN f."{product}" = 'TOTAL' THEN 'TOTAL' WHEN length(f."{product}") = 8 THEN 'CN8' WHEN length(f."{product}") = 6 THEN 'HS6'
       WHEN length(f."{product}") = 4 THEN 'HS4' WHEN length(f."{product}") = 2 THEN 'HS2' ELSE 'OTHER' END AS level,
  'CN' || substr(f."{period}", 1, 4) AS nomenclature,
  CASE WHEN length(f."{period}") = 7 THEN 'M' ELSE 'A' END AS frequency,
  (TRY_CAST(substr(f."{period}", 1, 4) AS INTEGER) * 100
    + CASE WHEN length(f."{period}") = 7 THEN TRY_CAST(substr(f."{period}", 6, 2) AS INTEGER) ELSE 0 END)::INTEGER AS period,
  CASE WHEN f."{indicator}" IN ('VALUE_IN_EUROS', 'VALUE_EUR') THEN f."{value}" END AS value,
  'EUR' AS currency,
  CASE WHEN f."{indicator}" = 'QUANTITY_IN_100KG' THEN f."{value}" * 100 WHEN f."{indicator}" IN ('QUANTITY_IN_KG', 'QUANTITY_KG') THEN f."{value}" END AS netkg,
  CASE WHEN f."{indicator}" = 'SUPPLEMENTARY_QUANTITY' THEN f."{value}" END AS suppl,
  NULL::VARCHAR AS suppl_unit, getvariable('source') AS source, getvariable('extract_date') AS extract_date,
  CASE WHEN f."{value}" IS NULL THEN NULL
       WHEN reporter_at IS NULL THEN 'the reporter code is unknown' WHEN partner_at IS NULL THEN 'the partner code is unknown'
       WHEN f."{flow}" NOT IN ('1', '2', 'X', 'M', 'EXPORT', 'IMPORT', '2-EXPORT', '1-IMPORT') THEN 'the flow is neither imports nor exports'
       WHEN period IS NULL OR length(f."{period}") NOT IN (4, 7) OR period % 100 > 12 THEN 'the period is not a month YYYY-MM or year YYYY'
       WHEN f."{product}" <> 'TOTAL' AND length(f."{product}") NOT IN (2, 4, 6, 8) THEN 'the product code has a length that CN and HS do not have'
       WHEN value IS NULL AND netkg IS NULL AND suppl IS NULL THEN 'the indicator is none that Assay knows'
       WHEN NOT isfinite(f."{value}") THEN 'a number is not finite'
       WHEN f."{value}" < 0 THEN 'the value is negative' END AS refusal,
  CASE WHEN f."{value}" IS NULL THEN 'the value is missing (unknown, not zero)' END AS left_out,
  NULL::VARCHAR AS repaired
FROM (SELECT *, country_at("{reporter}") AS reporter_at, country_at("{partner}") AS partner_at FROM {csv}) f
