-- Observations of single countries and buckets only: blocs and the world as a whole are left out on both sides.
CREATE OR REPLACE TEMP VIEW country_observations AS
SELECT * FROM observations
WHERE reporter_kind = 'country' AND partner_kind IN ('country', 'bucket');
