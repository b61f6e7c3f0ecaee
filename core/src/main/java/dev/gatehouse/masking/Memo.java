package dev.gatehouse.masking;

/// Remembers what stands for the last values of a column, since equal values come often. It takes no memory before many
/// values have come, never more than 48 KB, and stops where values hardly ever repeat. One thread.
final class Memo {
    private static final int SLOTS = 256;
    private static final int PLAIN = 64;
    private static final int SHOWN = 128;
    private static final int FIRST = 32;
    private static final int TRIAL = 2048;

    private int looked;
    private int found;
    private boolean off;
    private byte[] plain = new byte[0];
    private byte[] shown = new byte[0];
    private int[] lengths = new int[0];

    /// Which slot belongs to a value; -1 where nothing is remembered.
    int slot(byte[] array, int offset, int length) {
        if (off || length > PLAIN || ++looked < FIRST) {
            return -1;
        }
        if (plain.length == 0) {
            plain = new byte[SLOTS * PLAIN];
            shown = new byte[SLOTS * SHOWN];
            lengths = new int[2 * SLOTS];
        }
        if (looked == TRIAL) {
            off = found < TRIAL / 16;
            looked = FIRST;
            found = 0;
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return (hash ^ hash >>> 8 ^ hash >>> 16) & SLOTS - 1;
    }

    /// Copies what stands for the value into `into` and gives its length; -1 if that is not known.
    int find(int slot, byte[] array, int offset, int length, byte[] into) {
        int kept = slot < 0 ? 0 : lengths[2 * slot + 1];
        int from = slot * PLAIN;
        if (kept == 0
                || lengths[2 * slot] != length
                || !java.util.Arrays.equals(plain, from, from + length, array, offset, offset + length)) {
            return -1;
        }
        found++;
        System.arraycopy(shown, slot * SHOWN, into, 0, kept);
        return kept;
    }

    void keep(int slot, byte[] array, int offset, int length, byte[] mask, int bytes) {
        if (slot >= 0 && bytes > 0 && bytes <= SHOWN) {
            System.arraycopy(array, offset, plain, slot * PLAIN, length);
            System.arraycopy(mask, 0, shown, slot * SHOWN, bytes);
            lengths[2 * slot] = length;
            lengths[2 * slot + 1] = bytes;
        }
    }
}
