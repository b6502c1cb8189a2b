CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE journal (sequence INTEGER PRIMARY KEY, item TEXT, content TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX journal_by_item ON journal (item, sequence);
CREATE TABLE sources (
    sha256 TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    published TEXT,
    sequence INTEGER NOT NULL REFERENCES journal (sequence)
) STRICT;
CREATE TABLE contents (sha256 TEXT PRIMARY KEY REFERENCES sources (sha256), content BLOB NOT NULL) STRICT;
CREATE TABLE runs (sequence INTEGER PRIMARY KEY REFERENCES journal (sequence), drafter TEXT NOT NULL, frame TEXT NOT NULL) STRICT;
CREATE TABLE drafts (
    drafter TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT,
    place INTEGER NOT NULL,
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
    version INTEGER NOT NULL REFERENCES journal (sequence),
    body TEXT NOT NULL,
    PRIMARY KEY (drafter, item)
) STRICT;
CREATE INDEX drafts_by_item ON drafts (item);
CREATE TABLE decisions (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    decision TEXT NOT NULL,
    basis TEXT NOT NULL,
    undone INTEGER REFERENCES journal (sequence)
) STRICT;
CREATE INDEX decisions_by_item ON decisions (item, sequence);
