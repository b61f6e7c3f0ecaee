package dev.gatehouse.server.admin;

import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Puts the constants of a statement back where [dev.gatehouse.sql.analysis.Shape] took them out. Comments stay out;
/// bound parameters are told below the text.
final class StatementText {
    /// A quoted name, in which a dollar means nothing, or a place.
    private static final Pattern PLACE = Pattern.compile("\"[^\"]*\"|\\$([0-9]{1,9})");

    private static final String DIGEST = "sha256:";

    private StatementText() {}

    /// @param literals constants and comments as written, in order
    /// @param parameters values bound to the text's own places
    static String of(String shape, List<Slice> literals, List<Slice> parameters) {
        if ((shape.isEmpty() || shape.startsWith(DIGEST)) && !literals.isEmpty()) {
            return readable(literals.getFirst());
        }
        var constants = literals.stream()
                .map(StatementText::readable)
                .filter(text -> !text.startsWith("--") && !text.startsWith("/*"))
                .toList();
        int own = highest(shape) - constants.size();
        var text = new StringBuilder();
        var places = PLACE.matcher(shape);
        while (places.find()) {
            int number = places.group(1) == null ? 0 : Integer.parseInt(places.group(1));
            boolean constant = own >= 0 && number > own;
            places.appendReplacement(text, "");
            text.append(constant ? constants.get(number - own - 1) : places.group());
        }
        places.appendTail(text);
        for (int i = 0; i < parameters.size(); i++) {
            text.append("\n-- $").append(i + 1).append(" = ").append(readable(parameters.get(i)));
        }
        return text.toString();
    }

    /// The text after its constants were erased.
    static String erased(String shape) {
        return PLACE.matcher(shape)
                .replaceAll(place ->
                        place.group(1) == null ? java.util.regex.Matcher.quoteReplacement(place.group()) : "?");
    }

    private static int highest(String shape) {
        return PLACE.matcher(shape)
                .results()
                .filter(place -> place.group(1) != null)
                .mapToInt(place -> Integer.parseInt(place.group(1)))
                .max()
                .orElse(0);
    }

    private static String readable(Slice bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()))
                    .toString();
        } catch (CharacterCodingException binary) {
            return "\\x" + HexFormat.of().formatHex(bytes.toBytes());
        }
    }
}
