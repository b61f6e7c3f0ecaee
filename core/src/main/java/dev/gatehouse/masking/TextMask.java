package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Masks the texts of one column of one answer, as bytes in UTF-8: what [Masker#text] says of each, without making
/// objects in the cases that are common. One thread.
public final class TextMask {
    /// The value becomes NULL.
    public static final int NULL = -1;

    private static final int LONGEST = 128;

    private final Masker masker;
    private final Method method;
    private final Set<Category> categories;
    private final PartialBytes partial;
    private final Memo memo = new Memo();
    private final Optional<Keyed> keyed;
    private final byte[] word;
    private final byte[] tag = new byte[Keyed.BYTES];
    private byte[] shown = new byte[LONGEST];

    TextMask(Masker masker, Method method, Set<Category> categories) {
        this.masker = masker;
        this.method = method;
        this.categories = categories;
        keyed = method == Method.PSEUDONYM ? Optional.of(masker.keyed("", categories)) : Optional.empty();
        partial = new PartialBytes(categories);
        word = Pseudonym.word(Masker.named(categories)).getBytes(StandardCharsets.US_ASCII);
    }

    /// Masks one value; gives the length of what stands in [#shown] afterwards, or [#NULL].
    public int mask(byte[] array, int offset, int length) {
        return switch (method) {
            case NULL -> NULL;
            case REDACT -> {
                System.arraycopy(Masker.REDACTED_BYTES, 0, shown, 0, Masker.REDACTED_BYTES.length);
                yield Masker.REDACTED_BYTES.length;
            }
            case PARTIAL -> {
                int size = partial.of(array, offset, length, shown);
                yield size == PartialBytes.ASK ? asked(array, offset, length) : size;
            }
            case PSEUDONYM, HASH, FPE, GENERALISE, CLEAR -> remembered(array, offset, length);
        };
    }

    /// Where the last mask stands, from the beginning.
    public byte[] shown() {
        return shown;
    }

    private int remembered(byte[] array, int offset, int length) {
        int slot = memo.slot(array, offset, length);
        int size = memo.find(slot, array, offset, length, shown);
        if (size >= 0) {
            return size;
        }
        size = keyed.isPresent() ? pseudonym(keyed.get(), array, offset, length) : asked(array, offset, length);
        memo.keep(slot, array, offset, length, shown, size);
        return size;
    }

    private int pseudonym(Keyed keyed, byte[] array, int offset, int length) {
        keyed.tag(array, offset, length, tag);
        return Pseudonym.write(word, tag, shown);
    }

    private int asked(byte[] array, int offset, int length) {
        var text = new String(array, offset, length, StandardCharsets.UTF_8);
        Optional<String> mask = masker.text(method, categories, text);
        if (mask.isEmpty()) {
            return NULL;
        }
        byte[] utf8 = mask.get().getBytes(StandardCharsets.UTF_8);
        if (utf8.length > shown.length) {
            shown = utf8;
        } else {
            System.arraycopy(utf8, 0, shown, 0, utf8.length);
        }
        return utf8.length;
    }
}
