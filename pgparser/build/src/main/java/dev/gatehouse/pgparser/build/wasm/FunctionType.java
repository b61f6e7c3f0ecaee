package dev.gatehouse.pgparser.build.wasm;

import java.util.List;
import java.util.Optional;

/// What a function takes and returns.
public record FunctionType(List<ValueType> parameters, List<ValueType> results) {
    public FunctionType {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        if (results.size() > 1) {
            throw new UnsupportedWasm("a function with " + results.size() + " results");
        }
    }

    public Optional<ValueType> result() {
        return results.stream().findFirst();
    }

    static FunctionType read(WasmReader in) {
        int form = in.u8();
        if (form != 0x60) {
            throw new UnsupportedWasm("type form 0x" + Integer.toHexString(form));
        }
        return new FunctionType(valueTypes(in), valueTypes(in));
    }

    private static List<ValueType> valueTypes(WasmReader in) {
        return in.list(reader -> ValueType.of(reader.u8()));
    }

    void write(WasmWriter out) {
        out.u8(0x60);
        for (List<ValueType> types : List.of(parameters, results)) {
            out.u32(types.size());
            types.forEach(type -> out.u8(type.code));
        }
    }
}
