(CASE WHEN {indicator} IN ('TXG_FOB_USD', 'XG_FOB_USD') OR {indicator} ILIKE '%exports%FOB%dollar%' THEN 'X'
      WHEN {indicator} IN ('TMG_CIF_USD', 'MG_CIF_USD') OR {indicator} ILIKE '%imports%CIF%dollar%' THEN 'M' END)
