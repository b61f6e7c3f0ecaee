package dev.gatehouse.control.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The members of a token's payload, or of an object inside it, each read as the type it must have.
///
/// A member of another type refuses the token; it is never treated as absent.
record Claims(Map<String, Object> members) {
    private static final int LONGEST_TEXT = 512;
    private static final int MOST_TEXTS = 1000;
    private static final long LAST_SECOND = 253_402_300_799L;

    boolean has(String name) {
        return member(name) != null;
    }

    Optional<String> text(String name) throws TokenRefused {
        Object value = member(name);
        return value == null ? Optional.empty() : Optional.of(text(name, value));
    }

    /// A list of texts; one text alone is a list of one.
    List<String> texts(String name) throws TokenRefused {
        Object value = member(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(text(name, value));
        }
        if (list.size() > MOST_TEXTS) {
            throw malformed(name, "has more than " + MOST_TEXTS + " entries");
        }
        var texts = new ArrayList<String>(list.size());
        for (Object entry : list) {
            texts.add(text(name, entry));
        }
        return texts;
    }

    Optional<Claims> object(String name) throws TokenRefused {
        Object value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw malformed(name, "is not an object");
        }
        var members = new java.util.HashMap<String, Object>();
        map.forEach((key, member) -> {
            if (member != null) {
                members.put(String.valueOf(key), member);
            }
        });
        return Optional.of(new Claims(members));
    }

    /// A NumericDate (RFC 7519 section 2): seconds, perhaps with a fraction, which is dropped.
    Optional<Instant> time(String name) throws TokenRefused {
        Object value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Number number)) {
            throw malformed(name, "is not a number");
        }
        double seconds = number.doubleValue();
        if (!(seconds >= 0 && seconds <= LAST_SECOND)) {
            throw malformed(name, "is not a time between 1970 and 9999");
        }
        return Optional.of(Instant.ofEpochSecond((long) seconds));
    }

    /// Whether the member says false, as a boolean or as the word.
    boolean saysFalse(String name) {
        return String.valueOf(member(name)).equalsIgnoreCase("false");
    }

    private @Nullable Object member(String name) {
        return members.get(name);
    }

    private static String text(String name, @Nullable Object value) throws TokenRefused {
        if (!(value instanceof String text)) {
            throw malformed(name, "is not a text");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw malformed(name, "is blank or longer than " + LONGEST_TEXT + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw malformed(name, "contains control characters");
        }
        return text;
    }

    private static TokenRefused malformed(String name, String what) {
        return new TokenRefused(Reason.MALFORMED, "claim '" + name + "' " + what);
    }
}
