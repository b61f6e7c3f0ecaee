package dev.gatehouse.postgres.wire;

/// Close (F): drops a prepared statement or a portal.
///
/// @param name empty for the unnamed one
public record Close(Prepared what, String name) implements FrontendMessage {
    static final byte TYPE = 'C';

    static Close decode(MessageReader in) {
        return new Close(Prepared.of(in.int8()), in.string());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int8(what.code()).string(name).end();
    }
}
