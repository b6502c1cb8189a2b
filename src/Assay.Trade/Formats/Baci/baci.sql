-- CEPII BACI: t year, i exporter, j importer, k HS6, v thousand USD, q tonnes. The exporter stands as the reporter of an export.
SELECT i AS reporter, j AS partner, 'X' AS flow, k AS product, t AS period,
  (TRY_CAST(v AS DOUBLE) * 1000)::VARCHAR AS value, (TRY_CAST(q AS DOUBLE) * 1000)::VARCHAR AS netkg,
  NULL::VARCHAR AS suppl, NULL::VARCHAR AS suppl_unit, 'USD' AS currency, {nomenclature} AS nomenclature, '6' AS level, NULL::VARCHAR AS left_out
FROM {csv}
