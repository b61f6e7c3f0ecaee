package dev.gatehouse.postgres.wire;

/// ParameterStatus (B): a setting's present value.
public record ParameterStatus(String name, String value) implements BackendMessage {
    static final byte TYPE = 'S';

    static ParameterStatus decode(MessageReader in) {
        return new ParameterStatus(in.lenientString(), in.lenientString());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).string(name).string(value).end();
    }
}
