-- Codes of countries as an enumeration and lists beside it: looking a code up is then an index, a third of the time of a join per row.
CREATE TYPE raw_country AS ENUM ({raw});
CREATE MACRO country_at(raw) AS enum_code(TRY_CAST(raw AS raw_country)) + 1;
CREATE MACRO country_code(place) AS list_extract([{codes}], place);
