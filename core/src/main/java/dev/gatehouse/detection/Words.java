package dev.gatehouse.detection;

/// A set of folded words with bits that say what each is, looked up by hash.
///
/// The hash of two words written together follows from theirs, so that `date` and `of` and `birth` find `dateofbirth`.
/// 64 bits over some ten thousand words: no two were found equal, and a test says so.
final class Words {
    static final long SEED = 0;
    private static final long BASE = 0x9E37_79B9_7F4A_7C15L;
    private static final long[] POWERS = powers();

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
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
    void add(String word, int bits) {
        if (2 * size >= keys.length) {
            grow();
        }
        long key = hash(Fold.of(word));
        int slot = slot(keys, key);
        size += keys[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        values[slot] |= bits;
    }

    /// The bits of the word with this hash, 0 if it is not here.
    int get(long hash) {
        return values[slot(keys, hash)];
    }

    int get(String word) {
        return get(hash(Fold.of(word)));
    }

    private static int slot(long[] in, long key) {
        int mask = in.length - 1;
        int slot = (int) ((key ^ (key >>> 29)) * 0x45D9_F3B1L >>> 20) & mask;
        while (in[slot] != 0 && in[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldValues.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    int size() {
        return size;
    }
}
