-- A request for approval. The request itself is encrypted in `sealed`; the other columns only help to find it.
-- Times are milliseconds since 1970.
CREATE TABLE requests (
    id         TEXT    NOT NULL PRIMARY KEY,
    state      TEXT    NOT NULL,
    connection TEXT    NOT NULL,
    created    ${whole} NOT NULL,
    expires    ${whole} NOT NULL,
    dedupe     TEXT    UNIQUE,
    sealed     ${bytes} NOT NULL
)${strict};

CREATE INDEX requests_by_time ON requests (created, id);
