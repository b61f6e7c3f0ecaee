package dev.gatehouse.masking;

import java.util.regex.Pattern;

/// Recognises what a mask leaves behind, so that it is never stored as data: an agent that reads a row and writes it
/// back would otherwise replace every e-mail by its mask.
public final class MaskTraces {
    private static final Pattern EMAIL = Pattern.compile("\\S\\*\\*\\*@\\S{1,2}\\*\\*\\*\\.");
    private static final Pattern LAST_FOUR = Pattern.compile("(?<![\\w*])\\*\\*\\*[0-9]{4}(?![\\w*])");
    private static final Pattern IBAN = Pattern.compile("(?<![\\w*])[A-Z]{2}\\*\\*\\*(?![\\w*])");

    private static final Pattern ABOUT = Pattern.compile(Generalised.ABOUT + "-?[0-9a-f]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w*])\\p{L}\\*\\*\\*(?![\\w*@])");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8e17-[89ab][0-9a-f]{3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?<![\\w*])[0-9]{4}-\\*\\*-\\*\\*(?![\\w*])");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-f][.:]\\*\\*\\*(?![\\w*])");

    /// Whether `text` is or contains a masked value.
    public boolean in(String text) {
        return text.contains(Masker.REDACTED)
                || partial(text)
                || UUID.matcher(text).find()
                || ABOUT.matcher(text).find()
                || Pseudonym.SHAPE.matcher(text).find();
    }

    private static boolean partial(String text) {
        return YEAR.matcher(text).find()
                || text.contains(Partial.HIDDEN)
                        && (NAME.matcher(text).find()
                                || NETWORK.matcher(text).find()
                                || EMAIL.matcher(text).find()
                                || LAST_FOUR.matcher(text).find()
                                || IBAN.matcher(text).find());
    }
}
