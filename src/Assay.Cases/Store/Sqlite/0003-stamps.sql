CREATE TABLE stamps (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    source TEXT NOT NULL REFERENCES sources (sha256),
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (source, sha256)
) STRICT;
