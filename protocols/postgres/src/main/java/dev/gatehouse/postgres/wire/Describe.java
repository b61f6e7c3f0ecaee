package dev.gatehouse.postgres.wire;

/// Describe (F): asks for the parameters and columns of a prepared statement, or the columns of a portal.
///
/// @param name empty for the unnamed one
public record Describe(Prepared what, String name) implements FrontendMessage {
    static final byte TYPE = 'D';

    static Describe decode(MessageReader in) {
        return new Describe(Prepared.of(in.int8()), in.string());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int8(what.code()).string(name).end();
    }
}
