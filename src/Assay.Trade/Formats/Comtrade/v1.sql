-- UN Comtrade v1: the same trade repeats by second partner, customs procedure and mode of transport; the rows that total over them are kept.
SELECT {reporterCode} AS reporter, {partnerCode} AS partner, {flowCode} AS flow, {cmdCode} AS product, {period} AS period,
  {primaryValue} AS value, {netWgt} AS netkg, {qty} AS suppl, {qtyUnitAbbr} AS suppl_unit, 'USD' AS currency,
  {classificationCode} AS nomenclature, {aggrLevel} AS level, {customsCode} AS customs,
  CASE WHEN coalesce({partner2Code}, '0') NOT IN ('0', '0.0', '') OR coalesce({customsCode}, 'C00') NOT IN ('C00', '')
         OR coalesce({mosCode}, '0') NOT IN ('0', '0.0', '')
       THEN '{line}'
       WHEN coalesce({motCode}, '0') NOT IN ('0', '0.0', '') THEN '{mode}'
       WHEN {flowCode} NOT IN ('X', 'M', 'RX', 'RM', 'DX') THEN 'a part of exports or imports (processing and the like)' END AS left_out
FROM {csv}
