package dev.gatehouse.pgparser;

import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Arrays;
import java.util.List;

/// The world as the module sees it: no files, no clock, no exit, memory up to a limit, and C's `longjmp` as an
/// exception.
///
/// PostgreSQL reports errors by `longjmp`. Emscripten compiles a call that may be jumped out of into a call of
/// a host function `invoke_…(function, arguments)`, which catches the jump, restores the stack and notes that
/// one happened.
final class Host {
    private static final String MODULE = "a";
    private static final int PAGE = Memory.PAGE_SIZE;
    /// WASI's "bad file descriptor".
    private static final long BAD_DESCRIPTOR = 8;

    private static final long[] NOTHING = {};

    private Host() {}

    static ImportValues imports() {
        ImportValues.Builder imports = ImportValues.builder();
        for (HostFunction function : HostFunction.values()) {
            FunctionType type = FunctionType.of(types(function.parameters()), types(function.result()));
            imports.addFunction(new ImportFunction(MODULE, function.minified(), type, handleOf(function)));
        }
        return imports.build();
    }

    private static List<ValType> types(String letters) {
        return letters.chars().mapToObj(Host::type).toList();
    }

    private static ValType type(int letter) {
        return switch (letter) {
            case 'i' -> ValType.I32;
            case 'j' -> ValType.I64;
            case 'd' -> ValType.F64;
            default -> throw new IllegalArgumentException("no type has the letter " + (char) letter);
        };
    }

    private static WasmFunctionHandle handleOf(HostFunction function) {
        return switch (function) {
            case ASSERTION_FAILED, ABORT, EXIT, PROCESS_EXIT ->
                (instance, arguments) -> {
                    throw new IllegalStateException("the parser's C code gave up: " + function.symbol());
                };
            case KEEP_ALIVE -> (instance, arguments) -> NOTHING;
            case SET_TIMER, FILE_CLOSE -> (instance, arguments) -> new long[] {0};
            case FILE_READ, FILE_SEEK -> (instance, arguments) -> new long[] {BAD_DESCRIPTOR};
            case FILE_WRITE -> (instance, arguments) -> new long[] {discard(instance.memory(), arguments)};
            case GROW_MEMORY -> (instance, arguments) -> new long[] {grow(instance.memory(), (int) arguments[0])};
            case LONG_JUMP ->
                (instance, arguments) -> {
                    throw new LongJump();
                };
            case INVOKE_I, INVOKE_II, INVOKE_III, INVOKE_IIII, INVOKE_IIIII, INVOKE_JI -> invoke(new long[] {0});
            case INVOKE_V, INVOKE_VI, INVOKE_VII, INVOKE_VIII, INVOKE_VIIII, INVOKE_VIIIII, INVOKE_V13I ->
                invoke(NOTHING);
        };
    }

    /// Says that all was written: what PostgreSQL prints on standard error is in the error that it reports too.
    private static long discard(Memory memory, long[] arguments) {
        int vectors = (int) arguments[1];
        int count = (int) arguments[2];
        int total = 0;
        for (int i = 0; i < count; i++) {
            total += memory.readInt(vectors + 8 * i + 4);
        }
        memory.writeI32((int) arguments[3], total);
        return 0;
    }

    /// Grows by a fifth at least, as long as there is room; answers 1 for done, 0 for no.
    private static long grow(Memory memory, int wantedBytes) {
        int pages = memory.pages();
        int wanted = (int) ((Integer.toUnsignedLong(wantedBytes) + PAGE - 1) / PAGE);
        if (wanted <= pages) {
            return 1;
        }
        int generous = Math.max(wanted, Math.min(pages + pages / 5, memory.maximumPages()));
        return memory.grow(generous - pages) >= 0 ? 1 : 0;
    }

    private static WasmFunctionHandle invoke(long[] afterJump) {
        return (instance, arguments) -> {
            long stack = instance.export(Export.STACK_POINTER.minified()).apply()[0];
            try {
                int function = instance.table(0).requiredRef((int) arguments[0]);
                long[] results =
                        instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
                return results == null ? NOTHING : results;
            } catch (LongJump jump) {
                instance.export(Export.STACK_RESTORE.minified()).apply(stack);
                instance.export(Export.SET_THREW.minified()).apply(1, 0);
                return afterJump.clone();
            }
        };
    }

    /// C's `longjmp` on its way to the `invoke_…` that waits for it. It carries nothing.
    private static final class LongJump extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private LongJump() {
            super(null, null, false, false);
        }
    }
}
