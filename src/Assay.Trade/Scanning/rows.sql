-- Every row as cell, value and mass, in the order of the segments.
SELECT p.id * {partners} + q.id AS cell, coalesce(o.value, 0)::DOUBLE AS value, coalesce(o.netkg, 0)::DOUBLE AS netkg
FROM scan_rows o
JOIN scan_segments s ON s.flow = o.flow AND s.frequency = o.frequency AND s.currency = coalesce(o.currency, '')
  AND s.period = o.period AND s.reporter_code = o.reporter
JOIN scan_products p ON p.code = o.product AND p.level = o.level
JOIN scan_partners q ON q.code = o.partner
ORDER BY s.id, cell
