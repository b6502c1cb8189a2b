-- No two files hold the same reporting block: the observations are all rows.
CREATE OR REPLACE TEMP VIEW observations AS SELECT {columns} FROM {plain};
