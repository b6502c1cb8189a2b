-- Some files hold the same cells: of each cell the newest extract that carries the same measure is used.
CREATE OR REPLACE TEMP VIEW observations AS
WITH contested AS (
  SELECT o.*, f.rank FROM {contested} o JOIN file_rank f USING (source)
)
SELECT {columns} FROM contested c
WHERE NOT EXISTS (
  SELECT 1 FROM contested n
  WHERE n.reporter = c.reporter AND n.partner = c.partner AND n.flow = c.flow AND n.product = c.product
    AND n.frequency = c.frequency AND n.period = c.period AND n.currency = c.currency
    AND (n.value IS NULL) = (c.value IS NULL)
    AND n.rank > c.rank)
{plain_union};
