package dev.gatehouse.pgparser;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// One PostgreSQL parser: about 6.5 MB, 20 to 30 ms to make.
///
/// One thread at a time, and that thread needs a stack of {@link #THREAD_STACK} bytes: with less, deeply nested
/// statements break the parser; with more, the parser's own stack of the same size could run over first
/// (measured: it is half used when the thread's overflows). {@link PgParsers} takes care of that.
public final class PgParser {
    /// The stack that a parsing thread should have.
    public static final int THREAD_STACK = 4 << 20;

    private final LibpgQuery libpgQuery;
    private boolean broken;

    public PgParser() {
        this(ParserModule.compiled());
    }

    PgParser(ParserModule module) {
        libpgQuery = new LibpgQuery(module);
    }

    /// All statements of a text as libpg_query's JSON tree.
    ///
    /// @param sql UTF-8; NUL and malformed UTF-8 are syntax errors, as the server would not take them either
    /// @throws SyntaxError if PostgreSQL's grammar does not accept it; the parser remains usable
    /// @throws ParserBroken if anything else went wrong, now or before: throw this parser away
    public byte[] parse(byte[] sql) throws SyntaxError {
        if (broken) {
            throw new ParserBroken("this parser failed on an earlier statement and must be replaced");
        }
        requireText(sql);
        broken = true;
        byte[] tree = parseOrBreak(sql);
        broken = false;
        return tree;
    }

    private byte[] parseOrBreak(byte[] sql) throws SyntaxError {
        try {
            return libpgQuery.parse(sql);
        } catch (SyntaxError rejected) {
            broken = false;
            throw rejected;
        } catch (Throwable failure) {
            throw new ParserBroken(reason(failure), failure);
        }
    }

    private static String reason(Throwable failure) {
        boolean tooDeep = failure instanceof StackOverflowError || failure.getCause() instanceof StackOverflowError;
        return tooDeep ? "it is nested too deeply" : String.valueOf(failure.getMessage());
    }

    /// What it occupies now; it never shrinks.
    int memoryBytes() {
        return libpgQuery.memoryBytes();
    }

    private static void requireText(byte[] sql) throws SyntaxError {
        boolean ascii = true;
        for (int i = 0; i < sql.length; i++) {
            if (sql[i] == 0) {
                throw new SyntaxError("invalid byte sequence for encoding \"UTF8\": 0x00", characterAt(sql, i));
            }
            ascii &= sql[i] > 0;
        }
        if (!ascii) {
            requireUtf8(sql);
        }
    }

    private static void requireUtf8(byte[] sql) throws SyntaxError {
        ByteBuffer bytes = ByteBuffer.wrap(sql);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException malformed) {
            throw new SyntaxError("invalid byte sequence for encoding \"UTF8\"", characterAt(sql, bytes.position()));
        }
    }

    /// Counts, from 1, the characters up to a byte: all bytes that do not continue one.
    private static int characterAt(byte[] sql, int index) {
        int characters = 1;
        for (int i = 0; i < index; i++) {
            characters += (sql[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return characters;
    }
}
