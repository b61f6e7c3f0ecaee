package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.List;

/// Bind (F): makes a portal of a prepared statement and parameters.
///
/// @param portal the portal's name, empty for the unnamed one
/// @param statement the prepared statement's name, empty for the unnamed one
/// @param parameters personal data as likely as not
/// @param resultFormats how the rows are wanted; whether the number of codes fits is known only with the columns
public record Bind(String portal, String statement, Formats parameterFormats, Values parameters, Formats resultFormats)
        implements FrontendMessage {
    static final byte TYPE = 'B';

    static Bind decode(MessageReader in) {
        var portal = in.string();
        var statement = in.string();
        var formats = Formats.decode(in);
        var parameters = Values.decode(in);
        if (!formats.fit(parameters.count())) {
            throw WireException.violation(
                    formats.count() + " format codes do not fit " + parameters.count() + " parameters of Bind");
        }
        return new Bind(portal, statement, formats, parameters, Formats.decode(in));
    }

    /// What is bound, without the names it goes by: types, formats and values.
    ///
    /// @param types as Parse declared them
    public Slice bound(List<Integer> types) {
        var out = new MessageWriter();
        Oids.encode(types, out);
        parameterFormats.encode(out);
        parameters.encode(out);
        resultFormats.encode(out);
        return out.toSlice();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).string(portal).string(statement);
        parameterFormats.encode(out);
        parameters.encode(out);
        resultFormats.encode(out);
        out.end();
    }
}
