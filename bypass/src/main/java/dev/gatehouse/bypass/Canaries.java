package dev.gatehouse.bypass;

/// The two values that are planted in turn. They begin alike, end alike and are equally long, so that masks that show
/// first letters or lengths show the same of both.
///
/// @param first sorts before `second`
/// @param between sorts between them
public record Canaries(String first, String second, String between) {
    /// For an e-mail column; what is masked to its first letters looks the same.
    public static final Canaries EMAIL =
            new Canaries("qbzvkxwj7hd@jxqkvzwp.example", "qyzvmxwp3ht@jkqmvrwn.example", "qmzvzzzz@zz.example");

    public Canaries {
        if (first.length() != second.length() || first.compareTo(between) >= 0 || between.compareTo(second) >= 0) {
            throw new IllegalArgumentException("canaries are equally long, and a third value sorts between them");
        }
    }

    /// What is secret of `canary`: all but the end that both have in common, which a mask may show.
    String secret(String canary) {
        int common = 0;
        while (first.charAt(first.length() - 1 - common) == second.charAt(second.length() - 1 - common)) {
            common++;
        }
        return canary.substring(0, canary.length() - common);
    }
}
