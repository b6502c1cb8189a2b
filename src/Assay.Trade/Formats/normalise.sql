-- From the raw columns of a format to the lake's schema, by the maps made from the file's distinct values.
WITH numbers AS (
  SELECT *, TRY_CAST({clean_value} AS DOUBLE) AS number, TRY_CAST({clean_netkg} AS DOUBLE) AS weight, TRY_CAST({clean_suppl} AS DOUBLE) AS quantity,
    value IS NULL OR trim(value) IN ({missing}) AS absent
  FROM {raw}
)
SELECT coalesce(r.code, f.reporter) AS reporter, coalesce(r.kind, 'unknown') AS reporter_kind,
  coalesce(p.code, f.partner) AS partner, coalesce(p.kind, 'unknown') AS partner_kind,
  coalesce(w.code, f.flow) AS flow, coalesce(g.code, f.product) AS product, coalesce(g.level, 'OTHER') AS level,
  {nomenclature} AS nomenclature, d.frequency, d.period,
  f.number * {value_factor}{value_by} AS value, coalesce(f.currency, 'XXX') AS currency, f.weight * {netkg_factor}{netkg_by} AS netkg, f.quantity AS suppl, f.suppl_unit,
  getvariable('source') AS source, getvariable('extract_date') AS extract_date,
  CASE WHEN f.left_out IS NOT NULL OR {foreign} OR (f.absent AND f.weight IS NULL AND f.quantity IS NULL) THEN NULL
       WHEN r.code IS NULL THEN 'the reporter is unknown' WHEN p.code IS NULL THEN 'the partner is unknown'
       WHEN w.code IS NULL THEN 'the flow is none of exports, imports, re-exports, re-imports'
       WHEN d.period IS NULL AND f.period ILIKE '%through %' THEN 'the period is the first months of a year, which is neither a month nor a year'
       WHEN d.period IS NULL THEN 'the period is not a month or a year'
       WHEN g.refusal IS NOT NULL THEN g.refusal
       WHEN NOT f.absent AND f.number IS NULL AND regexp_full_match(trim(f.value), '-?[0-9 .]*,[0-9]+') THEN 'a number with a decimal comma (set "decimal": "," in a mapping)'
       WHEN f.value LIKE 'unknown unit: %' THEN 'the mapping does not say what the unit of value is (add it to "valueUnits")'
       WHEN NOT f.absent AND f.number IS NULL THEN 'the value is not a number'
       WHEN NOT isfinite(coalesce(f.number, 0)) OR NOT isfinite(coalesce(f.weight, 0)) OR NOT isfinite(coalesce(f.quantity, 0)) THEN 'a number is not finite'
       WHEN f.number < 0 THEN 'the value is negative' END AS refusal,
  CASE WHEN f.left_out IS NOT NULL THEN f.left_out WHEN {foreign} THEN {foreign_reason}
       WHEN f.absent AND f.weight IS NULL AND f.quantity IS NULL THEN 'the value is missing (unknown, not zero)' END AS left_out,
  g.repaired AS repaired
FROM numbers f
LEFT JOIN map_country r ON r.raw = f.reporter LEFT JOIN map_country p ON p.raw = f.partner
LEFT JOIN map_flow w ON w.raw = f.flow LEFT JOIN map_product g ON g.raw = f.product AND g.hint = coalesce(f.level, '')
LEFT JOIN map_period d ON d.raw = f.period
