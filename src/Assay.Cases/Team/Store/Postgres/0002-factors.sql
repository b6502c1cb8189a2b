CREATE TABLE factors (
    person bigint PRIMARY KEY REFERENCES people (id),
    secret text NOT NULL,
    created bigint NOT NULL,
    confirmed bigint,
    step bigint NOT NULL
);
CREATE TABLE recovery (
    hash text NOT NULL,
    person bigint NOT NULL REFERENCES people (id),
    used bigint,
    PRIMARY KEY (person, hash)
);
CREATE TABLE challenges (
    hash text PRIMARY KEY,
    person bigint NOT NULL REFERENCES people (id),
    expires bigint NOT NULL
);
CREATE INDEX challenges_by_person ON challenges (person);
