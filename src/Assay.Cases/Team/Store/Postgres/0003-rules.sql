CREATE TABLE rules (name text PRIMARY KEY, since bigint NOT NULL);
