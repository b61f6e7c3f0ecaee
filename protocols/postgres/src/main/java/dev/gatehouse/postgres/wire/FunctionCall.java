package dev.gatehouse.postgres.wire;

/// FunctionCall (F): the obsolete way to call a function by its OID.
///
/// @param function the function's OID
public record FunctionCall(int function, Formats argumentFormats, Values arguments, Format resultFormat)
        implements FrontendMessage {
    static final byte TYPE = 'F';

    static FunctionCall decode(MessageReader in) {
        int function = in.int32();
        var formats = Formats.decode(in);
        var arguments = Values.decode(in);
        if (!formats.fit(arguments.count())) {
            throw WireException.violation(
                    formats.count() + " format codes do not fit " + arguments.count() + " arguments of FunctionCall");
        }
        return new FunctionCall(function, formats, arguments, Format.of(in.uint16()));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int32(function);
        argumentFormats.encode(out);
        arguments.encode(out);
        out.int16(resultFormat.code()).end();
    }
}
