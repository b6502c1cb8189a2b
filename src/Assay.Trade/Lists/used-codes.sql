-- Product codes in use in one year.
SELECT DISTINCT product FROM all_rows WHERE period // 100 = {year} AND level IN ('CN8', 'HS6') AND regexp_full_match(product, '[0-9]+')
