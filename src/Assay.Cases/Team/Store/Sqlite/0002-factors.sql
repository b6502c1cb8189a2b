CREATE TABLE factors (
    person INTEGER PRIMARY KEY REFERENCES people (id),
    secret TEXT NOT NULL,
    created INTEGER NOT NULL,
    confirmed INTEGER,
    step INTEGER NOT NULL
);
CREATE TABLE recovery (
    hash TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people (id),
    used INTEGER,
    PRIMARY KEY (person, hash)
);
CREATE TABLE challenges (
    hash TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id),
    expires INTEGER NOT NULL
);
CREATE INDEX challenges_by_person ON challenges (person);
