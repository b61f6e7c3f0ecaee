-- A minted credential: whom it stands for and the verifier of its secret. Times are seconds since 1970.
-- Every column is covered by the seal, so that a changed row is no credential.
CREATE TABLE credentials (
    id         TEXT    NOT NULL PRIMARY KEY,
    connection TEXT    NOT NULL,
    issuer     TEXT    NOT NULL,
    who        TEXT    NOT NULL,
    principal  TEXT    NOT NULL,
    purpose    TEXT,
    created    ${whole} NOT NULL,
    expires    ${whole} NOT NULL,
    revoked    ${whole},
    iterations ${whole} NOT NULL,
    stored_key ${bytes} NOT NULL,
    server_key ${bytes} NOT NULL,
    seal       ${bytes} NOT NULL
)${strict};

CREATE INDEX credentials_of ON credentials (issuer, who, expires);

-- What an operator has turned off. A connection has no issuer: its issuer is the empty text.
CREATE TABLE switches (
    what    TEXT    NOT NULL CHECK (what IN ('connection', 'identity')),
    issuer  TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    since   ${whole} NOT NULL,
    by_whom TEXT    NOT NULL,
    because TEXT    NOT NULL,
    PRIMARY KEY (what, issuer, name)
)${strict};
