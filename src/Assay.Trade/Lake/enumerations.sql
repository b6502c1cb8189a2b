-- The values that columns of a directly read file can take. Such columns are written as enumerations: Parquet's dictionaries then cost next to nothing to build. They read back as VARCHAR.
CREATE TYPE kind_name AS ENUM ('country', 'bucket', 'bloc', 'world', 'unknown');
CREATE TYPE flow_name AS ENUM ('X', 'M');
CREATE TYPE level_name AS ENUM ('CN8', 'HS6', 'HS4', 'HS2', 'TOTAL', 'OTHER');
CREATE TYPE frequency_name AS ENUM ('M', 'A');
CREATE TYPE currency_name AS ENUM ('EUR', 'USD');
CREATE TYPE nomenclature_name AS ENUM ({nomenclatures});
CREATE TYPE source_name AS ENUM ({sha256});
-- The Combined Nomenclature of a year; of a year that is none, NULL.
CREATE MACRO combined_nomenclature(year) AS list_extract([{nomenclatures}]::nomenclature_name[], year - {before});
-- Whether a code is of digits and of the capital letters that stand in confidential codes, such as 39XXXXXX.
CREATE MACRO code_like(product) AS regexp_full_match(product, '[0-9A-Z]+');
-- The level of a code of so many digits.
CREATE MACRO level_of(product, digits) AS CASE WHEN product = 'TOTAL' THEN 'TOTAL'::level_name WHEN digits = 8 THEN 'CN8'::level_name
  WHEN digits = 6 THEN 'HS6'::level_name WHEN digits = 4 THEN 'HS4'::level_name WHEN digits = 2 THEN 'HS2'::level_name ELSE 'OTHER'::level_name END;
-- Kinds of countries, as country_code of their codes.
CREATE MACRO country_kind(place) AS coalesce(list_extract([{kinds}]::kind_name[], place), 'unknown'::kind_name);
