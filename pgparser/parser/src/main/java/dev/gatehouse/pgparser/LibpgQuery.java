package dev.gatehouse.pgparser;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One instance of libpg_query with its own memory: C strings in, C structures out.
///
/// One thread at a time. After anything but an answer from {@link #parse} its memory is in an unknown state.
final class LibpgQuery {
    /// What the build leaves of the module's stack; it grows down to the data.
    private static final int STACK_SIZE = 4 << 20;
    /// The lowest bytes of the stack: no statement may reach them, for behind them lies data.
    private static final int GUARD_SIZE = 256;

    private static final byte GUARD = 0x5a;

    /// struct PgQueryParseResult { char *parse_tree; char *stderr_buffer; PgQueryError *error; }
    private static final int RESULT_TREE = 0;

    private static final int RESULT_ERROR = 8;
    /// struct PgQueryError { char *message, *funcname, *filename; int lineno, cursorpos; char *context; }
    private static final int ERROR_MESSAGE = 0;

    private static final int ERROR_POSITION = 16;

    private final Memory memory;
    private final ExportFunction malloc;
    private final ExportFunction free;
    private final ExportFunction parse;
    private final ExportFunction freeResult;
    private final ExportFunction stackPointer;
    private final int stackTop;
    private final byte[] guard = new byte[GUARD_SIZE];

    LibpgQuery(ParserModule source) {
        Instance instance = Instance.builder(source.module())
                .withImportValues(Host.imports())
                .withMemoryFactory(ByteArrayMemory::new)
                .withMachineFactory(source.machine())
                .withStart(false)
                .build();
        memory = instance.memory();
        malloc = export(instance, Export.MALLOC);
        free = export(instance, Export.FREE);
        parse = export(instance, Export.PARSE);
        freeResult = export(instance, Export.FREE_RESULT);
        stackPointer = export(instance, Export.STACK_POINTER);
        export(instance, Export.CONSTRUCTORS).apply();
        stackTop = (int) stackPointer.apply()[0];
        Arrays.fill(guard, GUARD);
        memory.write(guardAddress(), guard);
    }

    private static ExportFunction export(Instance instance, Export export) {
        return instance.export(export.minified());
    }

    private int guardAddress() {
        return stackTop - STACK_SIZE;
    }

    int memoryBytes() {
        return Memory.bytes(memory.pages());
    }

    /// @param sql text without NUL
    byte[] parse(byte[] sql) throws SyntaxError {
        int text = copyIn(sql);
        int result = call(parse, text);
        requireIntactStack();
        int error = memory.readInt(result + RESULT_ERROR);
        if (error != 0) {
            SyntaxError syntaxError = syntaxError(error);
            release(text, result);
            throw syntaxError;
        }
        byte[] tree = copyOut(memory.readInt(result + RESULT_TREE));
        release(text, result);
        return tree;
    }

    private SyntaxError syntaxError(int error) {
        String message = new String(copyOut(memory.readInt(error + ERROR_MESSAGE)), StandardCharsets.UTF_8);
        if (message.equals("out of memory")) {
            throw new IllegalStateException("the statement needs more memory than a parser may have");
        }
        return new SyntaxError(message, memory.readInt(error + ERROR_POSITION));
    }

    private void release(int text, int result) {
        free.apply(text);
        freeResult.apply(result);
    }

    private int copyIn(byte[] text) {
        int address = call(malloc, text.length + 1);
        if (address == 0) {
            throw new IllegalStateException("no memory for the statement");
        }
        memory.write(address, text);
        memory.writeByte(address + text.length, (byte) 0);
        return address;
    }

    private byte[] copyOut(int address) {
        int end = address;
        while (memory.read(end) != 0) {
            end++;
        }
        return memory.readBytes(address, end - address);
    }

    private static int call(ExportFunction function, int argument) {
        return (int) function.apply(argument)[0];
    }

    /// The thread's own stack should overflow first, which is a clean failure; this is for the case that it does not.
    private void requireIntactStack() {
        if ((int) stackPointer.apply()[0] != stackTop) {
            throw new IllegalStateException("the parser's stack was left unbalanced");
        }
        if (!Arrays.equals(memory.readBytes(guardAddress(), GUARD_SIZE), guard)) {
            throw new IllegalStateException("the parser's stack overflowed");
        }
    }
}
