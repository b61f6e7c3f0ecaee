package dev.gatehouse.recording;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that may be personal data and therefore goes into a block of its own, where it can be erased.
///
/// `subject` names the person it is about, if one is known; only a keyed hash of it is stored.
///
/// @param categories what sort of data it is, at most 64 names of at most 255 bytes
/// @param bytes at most 64 MiB
public record Content(
        Kind kind, List<String> categories, @Nullable Slice subject, Slice bytes) {
    public static final int MAX_BYTES = 64 << 20;
    private static final int MAX_CATEGORIES = 64;

    /// What part of an event a content is. The codes are part of the format.
    public enum Kind {
        /// Written by a newer version; only ever read.
        OTHER(0),
        /// Who: the identity with its chain, groups and address.
        IDENTITY(1),
        /// A statement without its literals.
        STATEMENT_SHAPE(2),
        /// The literals of a statement.
        STATEMENT_LITERALS(3),
        /// Parameters that were bound.
        PARAMETERS(4),
        /// What a statement was understood to do: facts, columns, masks.
        UNDERSTOOD(5),
        /// Bytes that went to the client.
        DELIVERED(6),
        /// Bytes that came from the client.
        ASKED_RAW(7),
        /// A configuration and how it differs from the one before.
        CONFIGURATION(8),
        /// Anything else that explains an event.
        DETAIL(9);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The kind with this code; [#OTHER] when this version knows none.
        public static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    public Content {
        categories = List.copyOf(categories);
        if (kind == Kind.OTHER) {
            throw new IllegalArgumentException("a content needs a kind");
        }
        if (bytes.length() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a content of " + bytes.length() + " bytes; split it at " + MAX_BYTES + " bytes");
        }
        if (categories.size() > MAX_CATEGORIES) {
            throw new IllegalArgumentException("more than " + MAX_CATEGORIES + " categories");
        }
        for (String category : categories) {
            if (category.getBytes(StandardCharsets.UTF_8).length > 255) {
                throw new IllegalArgumentException("a category name of more than 255 bytes");
            }
        }
    }

    /// A content without category and subject.
    public static Content of(Kind kind, Slice bytes) {
        return new Content(kind, List.of(), null, bytes);
    }
}
