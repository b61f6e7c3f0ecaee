package dev.gatehouse.detection;

/// A set of folded words with bits that say what each is, looked up by hash.
///
/// The hash of two words written together follows from theirs, so that `date` and `of` and `birth` find `dateofbirth`.
/// 64 bits over some twenty thousand words: no two were found equal, and a test says so. Most words of a text are in no
/// list; a few kilobytes of bits say so before the table is touched.
final class Words {
    static final long SEED = 0;
    private static final long BASE = 0x9E37_79B9_7F4A_7C15L;
    private static final long[] POWERS = powers();
    /// In longs: 256 K bits.
    private static final int FILTER = 4096;

    private final long[] filter = new long[FILTER];
    /// A hash at each even place, 0 where there is none, and its bits behind it.
    private long[] table = new long[2048];
    private int size;

    private static long[] powers() {
        long[] powers = new long[64];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    static long step(long hash, char folded) {
        return hash * BASE + folded + 1;
    }

    static long hash(String folded) {
        long hash = SEED;
        for (int i = 0; i < folded.length(); i++) {
            hash = step(hash, folded.charAt(i));
        }
        return hash;
    }

    /// The hash of one word followed by another of `length` letters.
    static long joined(long first, long second, int length) {
        return length >= POWERS.length ? 0 : first * POWERS[length] + second;
    }

    /// Adds bits to those of a word.
    void add(String word, long bits) {
        if (4 * size >= table.length) {
            grow();
        }
        long key = hash(Fold.of(word));
        int slot = slot(table, key);
        size += table[slot] == 0 ? 1 : 0;
        table[slot] = key;
        table[slot + 1] |= bits;
        int bit = mixed(key) >>> 14;
        filter[bit >>> 6] |= 1L << bit;
    }

    /// The bits of the word with this hash, 0 if it is not here.
    long get(long hash) {
        int bit = mixed(hash) >>> 14;
        return (filter[bit >>> 6] & 1L << bit) == 0 ? 0 : table[slot(table, hash) + 1];
    }

    long get(String word) {
        return get(hash(Fold.of(word)));
    }

    private static int mixed(long key) {
        return (int) ((key ^ key >>> 29) * 0xBF58_476D_1CE4_E5B9L >>> 32);
    }

    private static int slot(long[] in, long key) {
        int mask = in.length - 1;
        int slot = mixed(key) << 1 & mask;
        while (in[slot] != 0 && in[slot] != key) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int slot = slot(table, old[i]);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }

    int size() {
        return size;
    }
}
