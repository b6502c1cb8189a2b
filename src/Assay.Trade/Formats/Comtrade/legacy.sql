-- UN Comtrade legacy CSV: as v1, with longer column names; blank means "all" in the second partner, customs and transport columns.
-- Code 97 is the Union with the members it had: "EU-28" is not the Union of 27.
SELECT CASE WHEN "Reporter Code" = '97' THEN coalesce(nullif("Reporter", ''), '97') ELSE "Reporter Code" END AS reporter,
  CASE WHEN "Partner Code" = '97' THEN coalesce(nullif("Partner", ''), '97') ELSE "Partner Code" END AS partner, "Trade Flow Code" AS flow, "Commodity Code" AS product, "Period" AS period,
  "Trade Value (US$)" AS value, "Netweight (kg)" AS netkg, "Qty" AS suppl, "Qty Unit" AS suppl_unit, 'USD' AS currency,
  "Classification" AS nomenclature, "Aggregate Level" AS level,
  CASE WHEN coalesce("2nd Partner Code", '') NOT IN ('0', '') OR coalesce("Customs Proc. Code", '') NOT IN ('C00', '')
         OR coalesce("Mode of Transport Code", '') NOT IN ('0', '')
       THEN 'a part of a total that is also in the file (second partner, customs procedure or transport)'
       WHEN "Trade Flow Code" NOT IN ('1', '2', '3', '4') THEN 'a part of exports or imports (processing and the like)' END AS left_out
FROM {csv}
