package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.util.Set;

/// Does what [Partial] does for the plain cases, on bytes and without making objects: a test holds the two against each
/// other. One thread.
final class PartialBytes {
    /// This value is not one of the plain cases: [Partial] knows.
    static final int ASK = -2;

    private static final int LONGEST_DOMAIN = 24;

    private enum Kind {
        EMAIL,
        LAST_FOUR,
        NAME,
        NONE
    }

    private final Kind kind;

    PartialBytes(Set<Category> categories) {
        kind = categories.size() == 1 ? kind(categories.iterator().next()) : Kind.NONE;
    }

    private static Kind kind(Category category) {
        return switch (category.name()) {
            case "contact.email" -> Kind.EMAIL;
            case "contact.phone", "financial.card", "national-id" -> Kind.LAST_FOUR;
            case "identity.name" -> Kind.NAME;
            default -> Kind.NONE;
        };
    }

    /// Puts the mask into `into`, which is large enough, and gives its length; or [#ASK].
    int of(byte[] array, int offset, int length, byte[] into) {
        return switch (kind) {
            case EMAIL -> email(array, offset, length, into);
            case LAST_FOUR -> lastFour(array, offset, length, into);
            case NAME -> name(array, offset, length, into);
            case NONE -> ASK;
        };
    }

    private static int email(byte[] array, int offset, int length, byte[] into) {
        int end = offset + length;
        int at = -1;
        int dot = -1;
        for (int i = offset; i < end; i++) {
            byte c = array[i];
            if (c <= ' ' || c == 0x7f) {
                return ASK;
            }
            if (c == '@') {
                at = i;
                dot = -1;
            } else if (c == '.') {
                dot = i;
            } else if (at >= 0 && !letter(c) && !digit(c) && c != '-') {
                at = -2;
            }
        }
        if (at <= offset || dot < at + 2 || !domain(array, dot + 1, end)) {
            return ASK;
        }
        into[0] = array[offset];
        int size = hidden(into, 1);
        into[size++] = '@';
        into[size++] = array[at + 1];
        size = hidden(into, size);
        System.arraycopy(array, dot, into, size, end - dot);
        return size + end - dot;
    }

    private static boolean domain(byte[] array, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!letter(array[i])) {
                return false;
            }
        }
        return to > from && to - from <= LONGEST_DOMAIN;
    }

    private static int lastFour(byte[] array, int offset, int length, byte[] into) {
        int digits = 0;
        int size = hidden(into, 0) + 4;
        for (int i = offset + length - 1; i >= offset; i--) {
            if (digit(array[i])) {
                if (digits < 4) {
                    into[size - 1 - digits] = array[i];
                }
                if (++digits == 8) {
                    return size;
                }
            }
        }
        return ASK;
    }

    /// Up to four words of letters, apostrophes, dots and hyphens, each of two characters or more.
    private static int name(byte[] array, int offset, int length, byte[] into) {
        int size = 0;
        int words = 0;
        int inWord = 0;
        for (int i = offset; i <= offset + length; i++) {
            if (i == offset + length || array[i] == ' ') {
                if (inWord < 2 || ++words > 4) {
                    return ASK;
                }
                inWord = 0;
                size = hidden(into, size);
                if (i < offset + length) {
                    into[size++] = ' ';
                }
            } else {
                boolean letter = letter(array[i]);
                if (!letter && (inWord == 0 || array[i] != '\'' && array[i] != '.' && array[i] != '-')) {
                    return ASK;
                }
                if (inWord++ == 0) {
                    into[size++] = array[i];
                }
            }
        }
        return size;
    }

    private static int hidden(byte[] into, int size) {
        into[size] = '*';
        into[size + 1] = '*';
        into[size + 2] = '*';
        return size + 3;
    }

    private static boolean letter(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(byte c) {
        return c >= '0' && c <= '9';
    }
}
