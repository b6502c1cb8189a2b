-- Tables and views over the Parquet files of a lake. In braces, replaced before running: lists of files, rows, columns.
-- rank orders files by extract date, then by order of import.
CREATE OR REPLACE TEMP TABLE file_rank AS SELECT * FROM (VALUES {files}) AS f(source, rank);

CREATE OR REPLACE TEMP VIEW coverage AS SELECT * FROM {coverage};

CREATE OR REPLACE TEMP VIEW all_rows AS SELECT {columns} FROM {everything};
