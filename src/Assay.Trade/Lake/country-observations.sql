-- Observations of single countries and buckets: blocs and the world as a whole are left out on both sides, since they would count members twice.
-- Where nobody but one bloc reports a flow of a period, the bloc's own rows stand in.
CREATE OR REPLACE TEMP VIEW country_observations AS
SELECT * FROM observations
WHERE partner_kind IN ('country', 'bucket')
  AND (reporter_kind = 'country' OR reporter_kind = 'bloc' AND (flow, frequency, period) IN (
    SELECT (flow, frequency, period) FROM observations GROUP BY flow, frequency, period
    HAVING bool_and(reporter_kind = 'bloc') AND count(DISTINCT reporter) = 1));
