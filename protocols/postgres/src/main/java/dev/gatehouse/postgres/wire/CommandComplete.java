package dev.gatehouse.postgres.wire;

import java.util.OptionalLong;

/// CommandComplete (B): a statement is done.
///
/// @param tag such as `SELECT 5`, `INSERT 0 1` or `BEGIN`
public record CommandComplete(String tag) implements BackendMessage {
    static final byte TYPE = 'C';

    static CommandComplete decode(MessageReader in) {
        return new CommandComplete(in.lenientString());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).string(tag).end();
    }

    /// How many rows the statement returned or changed, for commands whose tag says so.
    public OptionalLong rows() {
        String last = tag.substring(tag.lastIndexOf(' ') + 1);
        if (last.isEmpty() || last.length() > 18 || !last.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(last));
    }
}
