CREATE TABLE head (one bigint PRIMARY KEY CHECK (one = 1), sequence bigint NOT NULL, hash text NOT NULL);
CREATE TABLE journal (sequence bigint PRIMARY KEY, item text, content text NOT NULL, hash text NOT NULL);
CREATE INDEX journal_by_item ON journal (item, sequence);
CREATE TABLE sources (
    sha256 text PRIMARY KEY,
    id text NOT NULL UNIQUE,
    file text NOT NULL,
    bytes bigint NOT NULL,
    published text,
    sequence bigint NOT NULL REFERENCES journal (sequence)
);
CREATE TABLE contents (sha256 text PRIMARY KEY REFERENCES sources (sha256), content bytea NOT NULL);
CREATE TABLE runs (sequence bigint PRIMARY KEY REFERENCES journal (sequence), drafter text NOT NULL, frame text NOT NULL);
CREATE TABLE drafts (
    drafter text NOT NULL COLLATE "C",
    item text NOT NULL COLLATE "C",
    kind text NOT NULL,
    source text,
    place bigint NOT NULL,
    gone bigint NOT NULL CHECK (gone IN (0, 1)),
    version bigint NOT NULL REFERENCES journal (sequence),
    body text NOT NULL,
    PRIMARY KEY (drafter, item)
);
CREATE INDEX drafts_by_item ON drafts (item);
CREATE TABLE decisions (
    sequence bigint PRIMARY KEY REFERENCES journal (sequence),
    item text NOT NULL COLLATE "C",
    kind text NOT NULL,
    decision text NOT NULL,
    basis text NOT NULL,
    undone bigint REFERENCES journal (sequence)
);
CREATE INDEX decisions_by_item ON decisions (item, sequence);
