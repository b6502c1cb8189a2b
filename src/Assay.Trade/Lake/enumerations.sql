-- The values that columns of a directly read file can take.
CREATE TYPE kind_name AS ENUM ('country', 'bucket', 'bloc', 'world', 'unknown');
CREATE TYPE flow_name AS ENUM ('X', 'M');
CREATE TYPE level_name AS ENUM ('CN8', 'HS6', 'HS4', 'HS2', 'TOTAL', 'OTHER');
CREATE TYPE frequency_name AS ENUM ('M', 'A');
CREATE TYPE currency_name AS ENUM ('EUR', 'USD');
CREATE TYPE source_name AS ENUM ({sha256});
