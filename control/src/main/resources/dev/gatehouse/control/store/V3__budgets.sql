-- How much of a limit over time was used. `account` is a keyed hash: whose it is cannot be read here; `mac` shows that
-- this gateway wrote the row. Times are milliseconds since 1970.
CREATE TABLE budgets (
    account TEXT    NOT NULL,
    began   ${whole} NOT NULL,
    ends    ${whole} NOT NULL,
    amount  ${whole} NOT NULL,
    mac     ${bytes} NOT NULL,
    PRIMARY KEY (account, began)
)${strict};

CREATE INDEX budgets_by_end ON budgets (ends);
