package dev.gatehouse.recording.log;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a tile or an entry bundle lies below the log's directory: `tile/<L>/<N>[.p/<W>]` (C2SP tlog-tiles).
///
/// `level` is -1 for entry bundles; `width` is 256 for a full tile.
public record TilePath(int level, long index, int width) {
    public static final int FULL = 256;
    public static final int ENTRIES = -1;

    private static final Pattern FORM = Pattern.compile(
            "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /// The width of the partial tile that a tree of `size` has at `level`; 0 when there is none.
    public static int partialWidth(int level, long size) {
        return (int) ((size >>> (8 * Math.max(level, 0))) & (FULL - 1));
    }

    /// How many full tiles a tree of `size` has at `level`.
    public static long fullTiles(int level, long size) {
        int shift = 8 * (Math.max(level, 0) + 1);
        return shift > 62 ? 0 : size >>> shift;
    }

    public boolean full() {
        return width == FULL;
    }

    /// The path that `text` spells, or empty when no tile is written so.
    public static Optional<TilePath> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(2).replace("x", "").replace("/", "");
        String width = matcher.group(3);
        if (digits.length() > 18) {
            return Optional.empty();
        }
        var path = new TilePath(
                matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1)),
                Long.parseLong(digits),
                width == null ? FULL : Integer.parseInt(width));
        return path.toString().equals(text) && (width == null || path.width < FULL)
                ? Optional.of(path)
                : Optional.empty();
    }

    @Override
    public String toString() {
        var path = new StringBuilder("tile/").append(level == ENTRIES ? "entries" : Integer.toString(level));
        path.append('/');
        String digits = Long.toString(index);
        String padded = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        for (int i = 0; i < padded.length(); i += 3) {
            if (i + 3 < padded.length()) {
                path.append('x').append(padded, i, i + 3).append('/');
            } else {
                path.append(padded, i, i + 3);
            }
        }
        return full() ? path.toString() : path + String.format(Locale.ROOT, ".p/%d", width);
    }
}
