-- Comext SDMX-CSV: one row per indicator. Values in EUR, quantities in 100 kg, supplementary quantities in the product's unit.
SELECT coalesce(country_code(reporter_at), f."{reporter}") AS reporter, country_kind(reporter_at) AS reporter_kind,
  coalesce(country_code(partner_at), f."{partner}") AS partner, country_kind(partner_at) AS partner_kind,
  of_flow AS flow,
  f."{product}" AS product, level_of(f."{product}", digits) AS level,
  combined_nomenclature(of_year) AS nomenclature,
  CASE WHEN period_length = 7 THEN 'M'::frequency_name ELSE 'A'::frequency_name END AS frequency,
  of_year * 100 + of_month AS period,
  CASE WHEN f."{indicator}" IN ('VALUE_IN_EUROS', 'VALUE_EUR') THEN f."{value}" END AS value,
  'EUR'::currency_name AS currency,
  CASE WHEN f."{indicator}" = 'QUANTITY_IN_100KG' THEN f."{value}" * 100 WHEN f."{indicator}" IN ('QUANTITY_IN_KG', 'QUANTITY_KG') THEN f."{value}" END AS netkg,
  CASE WHEN f."{indicator}" = 'SUPPLEMENTARY_QUANTITY' THEN f."{value}" END AS suppl,
  NULL::VARCHAR AS suppl_unit, getvariable('source')::source_name AS source, getvariable('extract_date') AS extract_date,
  CASE WHEN f."{value}" IS NULL THEN NULL
       WHEN reporter_at IS NULL THEN 'the reporter code is unknown' WHEN partner_at IS NULL THEN 'the partner code is unknown'
       WHEN of_flow IS NULL THEN 'the flow is neither imports nor exports'
       WHEN of_year IS NULL OR of_month IS NULL OR period_length NOT IN (4, 7) OR of_year NOT BETWEEN {first} AND {last}
         OR of_month > 12 OR period_length = 7 AND of_month < 1 THEN 'the period is not a month YYYY-MM or year YYYY'
       WHEN f."{product}" IS NULL OR f."{product}" <> 'TOTAL' AND digits NOT IN (2, 4, 6, 8) THEN 'the product code has a length that CN and HS do not have'
       WHEN NOT code_like(f."{product}") THEN 'the product code has other characters than digits and capital letters'
       WHEN value IS NULL AND netkg IS NULL AND suppl IS NULL THEN 'the indicator is none that Assay knows'
       WHEN NOT isfinite(f."{value}") THEN 'a number is not finite'
       WHEN f."{value}" < 0 THEN 'the value is negative' END AS refusal,
  CASE WHEN f."{value}" IS NULL THEN 'the value is missing (unknown, not zero)' END AS left_out,
  NULL::VARCHAR AS repaired
FROM (SELECT *, country_at("{reporter}") AS reporter_at, country_at("{partner}") AS partner_at, length("{product}") AS digits, length("{period}") AS period_length,
    CASE WHEN "{flow}" IN ('2', 'X', 'EXPORT', '2-EXPORT') THEN 'X'::flow_name WHEN "{flow}" IN ('1', 'M', 'IMPORT', '1-IMPORT') THEN 'M'::flow_name END AS of_flow,
    TRY_CAST(substr("{period}", 1, 4) AS INTEGER) AS of_year,
    CASE WHEN length("{period}") = 7 THEN TRY_CAST(substr("{period}", 6, 2) AS INTEGER) ELSE 0 END AS of_month FROM {csv}) f
