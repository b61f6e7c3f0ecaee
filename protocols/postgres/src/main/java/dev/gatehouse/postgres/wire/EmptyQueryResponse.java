package dev.gatehouse.postgres.wire;

/// EmptyQueryResponse (B): the query string held no statement.
public record EmptyQueryResponse() implements BackendMessage {
    static final byte TYPE = 'I';

    static EmptyQueryResponse decode(MessageReader in) {
        return new EmptyQueryResponse();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
