CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    owner INTEGER NOT NULL CHECK (owner IN (0, 1)),
    barred INTEGER NOT NULL CHECK (barred IN (0, 1)),
    created INTEGER NOT NULL
);
CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id),
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person);
CREATE TABLE devices (hash TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES people (id), created INTEGER NOT NULL);
CREATE INDEX devices_by_person ON devices (person);
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    place TEXT,
    role TEXT,
    person INTEGER REFERENCES people (id),
    inviter INTEGER REFERENCES people (id),
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER
);
CREATE TABLE members (
    place TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'owner')),
    PRIMARY KEY (place, person)
);
CREATE INDEX members_by_person ON members (person);
CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES people (id),
    label TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    revoked INTEGER
);
CREATE INDEX tokens_by_person ON tokens (person);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    who TEXT,
    about TEXT,
    place TEXT,
    address TEXT
);
