-- World Integrated Trade Solution, advanced query: thousand dollars, ISO alpha-3, one level per product code.
SELECT "{reporter}" AS reporter, "{partner}" AS partner, "{flow}" AS flow, {product} AS product, "{year}" AS period,
  (TRY_CAST("{value}" AS DOUBLE) * 1000)::VARCHAR AS value, {netkg} AS netkg, {quantity} AS suppl, {unit} AS suppl_unit, 'USD' AS currency,
  {nomenclature} AS nomenclature, NULL::VARCHAR AS level, NULL::VARCHAR AS left_out
FROM {csv}
