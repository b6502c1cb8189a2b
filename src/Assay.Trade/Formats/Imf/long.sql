-- Direction of trade of the International Monetary Fund, one observation per row: all goods, dollars; exports free on board, imports with freight.
SELECT "{country}" AS reporter, "{counterpart}" AS partner, {flow} AS flow, 'TOTAL' AS product, "{period}" AS period,
  (TRY_CAST("{value}" AS DOUBLE) * {scale})::VARCHAR AS value, NULL::VARCHAR AS netkg, NULL::VARCHAR AS suppl, NULL::VARCHAR AS suppl_unit,
  'USD' AS currency, NULL::VARCHAR AS nomenclature, NULL::VARCHAR AS level,
  CASE WHEN {flow} IS NULL THEN 'an indicator that is neither exports (FOB) nor imports (CIF) in dollars'
       WHEN "{period}" LIKE '%Q%' THEN 'a quarter, whose months are in the file'
       WHEN {attribute} NOT IN ('Value', '') THEN 'a remark on a value' END AS left_out
FROM {table}
