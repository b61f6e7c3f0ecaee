-- A minted credential: whom it stands for and the verifier of its secret. Times are seconds since 1970.
-- Every column is covered by the seal, so that a changed row is no credential.
CREATE TABLE credentials (
    id         TEXT    NOT NULL PRIMARY KEY,
    connection TEXT    NOT NULL,
    issuer     TEXT    NOT NULL,
    who        TEXT    NOT NULL,
    principal  TEXT    NOT NULL,
    purpose    TEXT,
    created    INTEGER NOT NULL,
    expires    INTEGER NOT NULL,
    revoked    INTEGER,
    iterations INTEGER NOT NULL,
    stored_key BLOB    NOT NULL,
    server_key BLOB    NOT NULL,
    seal       BLOB    NOT NULL
) STRICT;

CREATE INDEX credentials_of ON credentials (issuer, who, expires);

-- What an operator has turned off. A connection has no issuer: its issuer is the empty text.
CREATE TABLE switches (
    what    TEXT    NOT NULL CHECK (what IN ('connection', 'identity')),
    issuer  TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    since   INTEGER NOT NULL,
    by_whom TEXT    NOT NULL,
    because TEXT    NOT NULL,
    PRIMARY KEY (what, issuer, name)
) STRICT;
