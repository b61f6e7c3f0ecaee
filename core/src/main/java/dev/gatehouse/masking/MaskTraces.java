package dev.gatehouse.masking;

import java.util.regex.Pattern;

/// Recognises what a mask leaves behind, so that it is never stored as data: an agent that reads a row and writes it
/// back would otherwise replace every e-mail by its mask.
public final class MaskTraces {
    private static final Pattern EMAIL = Pattern.compile("\\S\\*\\*\\*@\\S{1,2}\\*\\*\\*\\.");
    private static final Pattern LAST_FOUR = Pattern.compile("(?<![\\w*])\\*\\*\\*[0-9]{4}(?![\\w*])");
    private static final Pattern IBAN = Pattern.compile("(?<![\\w*])[A-Z]{2}\\*\\*\\*(?![\\w*])");

    /// Whether `text` is or contains a masked value.
    public boolean in(String text) {
        return text.contains(Masker.REDACTED)
                || partial(text)
                || Pseudonym.SHAPE.matcher(text).find();
    }

    private static boolean partial(String text) {
        return text.contains(Partial.HIDDEN)
                && (EMAIL.matcher(text).find()
                        || LAST_FOUR.matcher(text).find()
                        || IBAN.matcher(text).find());
    }
}
