package dev.gatehouse.pgparser;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.gatehouse.pgparser.generated.LibpgQueryMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/// A module and what runs its functions. The product has one: the module without code, and the classes made of
/// its code.
///
/// @param module data, tables, imports and exports; shared by all instances
/// @param machine makes what runs the code of one instance
record ParserModule(WasmModule module, Function<Instance, Machine> machine) {

    static ParserModule compiled() {
        return Compiled.MODULE;
    }

    /// Read on first use, once.
    private static final class Compiled {
        private static final ParserModule MODULE = new ParserModule(read(), LibpgQueryMachine::new);

        private static WasmModule read() {
            try (InputStream in = LibpgQueryMachine.class.getResourceAsStream("LibpgQuery.meta")) {
                if (in == null) {
                    throw new IllegalStateException("LibpgQuery.meta is not beside its classes: the jar is incomplete");
                }
                return Parser.parse(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
