package dev.gatehouse.postgres.types;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Masks what a JSON document holds, value by value: texts and numbers are masked, truths become false, nulls and the
/// structure stay. Keys stay where they look like names that a program gives; others are masked as texts.
///
/// See RFC 8259. The document is one that PostgreSQL has written, so it is well-formed.
final class JsonMask {
    private static final int JSONB_VERSION = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z_-]{0,39}[0-9]{0,2}");

    private final MaskWith with;
    private final String in;
    private final StringBuilder out;
    private int at;

    private JsonMask(String document, MaskWith with) {
        this.with = with;
        in = document;
        out = new StringBuilder(document.length());
    }

    /// @throws IndexOutOfBoundsException if it is no JSON after all
    static Optional<Slice> of(PgType type, Format format, Slice value, MaskWith with) {
        boolean versioned = type.oid() == BuiltInType.JSONB.oid && format == Format.BINARY;
        if (versioned && value.at(0) != JSONB_VERSION) {
            return Optional.empty();
        }
        String shown = new JsonMask(value.from(versioned ? 1 : 0).utf8(), with).masked();
        return Optional.of(Slice.utf8(versioned ? (char) JSONB_VERSION + shown : shown));
    }

    private String masked() {
        while (at < in.length()) {
            char c = in.charAt(at);
            switch (c) {
                case '"' -> text();
                case 't', 'f' -> word("false");
                case 'n' -> word("null");
                case '{', '}', '[', ']', ',', ':', ' ', '\n', '\r', '\t' -> {
                    out.append(c);
                    at++;
                }
                default -> number();
            }
        }
        return out.toString();
    }

    private void word(String shown) {
        while (at < in.length() && Character.isLetter(in.charAt(at))) {
            at++;
        }
        out.append(shown);
    }

    private void number() {
        int from = at;
        while (at < in.length() && "+-.eE0123456789".indexOf(in.charAt(at)) >= 0) {
            at++;
        }
        if (at == from) {
            throw new IllegalArgumentException("no JSON");
        }
        var plain = new BigDecimal(in.substring(from, at));
        out.append(with.masker()
                .number(with.method(), with.categories(), plain)
                .map(BigDecimal::toPlainString)
                .orElse("0"));
    }

    private void text() {
        String plain = unescaped();
        boolean name = next() == ':' && NAME.matcher(plain).matches();
        String shown = name
                ? plain
                : with.masker().text(with.method(), with.categories(), plain).orElse("");
        out.append('"');
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c < ' ') {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        out.append('"');
    }

    /// The first character behind the text that was read, but for blanks.
    private char next() {
        int i = at;
        while (i < in.length() && in.charAt(i) <= ' ') {
            i++;
        }
        return i < in.length() ? in.charAt(i) : ' ';
    }

    private String unescaped() {
        var plain = new StringBuilder();
        at++;
        while (in.charAt(at) != '"') {
            char c = in.charAt(at++);
            plain.append(c == '\\' ? escaped() : c);
        }
        at++;
        return plain.toString();
    }

    private char escaped() {
        char c = in.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) HexFormat.fromHexDigits(in, at - 4, at);
            }
            default -> c;
        };
    }
}
