-- The lake's columns with those of few values as enumerations; a flow that is neither is refused anyway.
SELECT reporter, reporter_kind::kind_name AS reporter_kind, partner, partner_kind::kind_name AS partner_kind, TRY_CAST(flow AS flow_name) AS flow,
  product, level::level_name AS level, nomenclature, frequency::frequency_name AS frequency, period, value, currency::currency_name AS currency,
  netkg, suppl, suppl_unit, source::source_name AS source, extract_date, refusal, left_out, repaired
FROM ({select})
