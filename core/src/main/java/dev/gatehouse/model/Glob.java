package dev.gatehouse.model;

/// A name pattern in which `*` stands for any characters, as in `contact.*` or `patients.*`.
public record Glob(String pattern) {
    public static final Glob ANY = new Glob("*");

    public boolean exact() {
        return pattern.indexOf('*') < 0;
    }

    /// Whether `text` as a whole fits; linear in `text` for each `*`.
    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
