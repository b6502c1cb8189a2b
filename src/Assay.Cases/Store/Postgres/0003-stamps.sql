CREATE TABLE stamps (
    sequence bigint PRIMARY KEY REFERENCES journal (sequence),
    source text NOT NULL REFERENCES sources (sha256),
    sha256 text NOT NULL,
    file text NOT NULL,
    content bytea NOT NULL,
    UNIQUE (source, sha256)
);
