package dev.gatehouse.pgparser.build.wasm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A module whose functions can be replaced and added to. Custom sections (names, debugging) are dropped.
public final class WasmModule {
    /// Sections by the numbers that the format gives them.
    public static final int TYPES = 1;

    public static final int IMPORTS = 2;
    public static final int FUNCTIONS = 3;
    public static final int MEMORY = 5;
    public static final int GLOBALS = 6;
    public static final int CODE = 10;
    public static final int DATA = 11;

    private static final int HEADER = 8;

    private final byte[] header;
    private final Map<Integer, byte[]> sections = new LinkedHashMap<>();
    private final List<FunctionType> types = new ArrayList<>();
    private final List<Integer> functionTypes = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private int importedFunctions;

    private WasmModule(byte[] header) {
        this.header = header;
    }

    public static WasmModule read(byte[] bytes) {
        WasmReader in = new WasmReader(bytes);
        WasmModule module = new WasmModule(in.take(HEADER));
        while (!in.atEnd()) {
            int id = in.u8();
            byte[] content = in.take(in.u32());
            if (id != 0) {
                module.sections.put(id, content);
                module.understand(id, new WasmReader(content));
            }
        }
        return module;
    }

    private void understand(int id, WasmReader in) {
        switch (id) {
            case TYPES -> types.addAll(in.list(FunctionType::read));
            case IMPORTS ->
                importedFunctions = in.list(WasmModule::importedFunction).size();
            case FUNCTIONS -> functionTypes.addAll(in.list(WasmReader::u32));
            case CODE -> bodies.addAll(in.list(reader -> reader.take(reader.u32())));
            default -> {}
        }
    }

    private static int importedFunction(WasmReader in) {
        in.take(in.u32());
        in.take(in.u32());
        int kind = in.u8();
        if (kind != 0) {
            throw new UnsupportedWasm("an import that is no function");
        }
        return in.u32();
    }

    public byte[] write() {
        WasmWriter out = new WasmWriter();
        out.bytes(header);
        sections.forEach((id, content) -> {
            byte[] current = currentContent(id, content);
            out.u8(id);
            out.u32(current.length);
            out.bytes(current);
        });
        return out.toByteArray();
    }

    private byte[] currentContent(int id, byte[] asRead) {
        WasmWriter out = new WasmWriter();
        switch (id) {
            case TYPES -> {
                out.u32(types.size());
                types.forEach(type -> type.write(out));
            }
            case FUNCTIONS -> {
                out.u32(functionTypes.size());
                functionTypes.forEach(out::u32);
            }
            case CODE -> {
                out.u32(bodies.size());
                for (byte[] body : bodies) {
                    out.u32(body.length);
                    out.bytes(body);
                }
            }
            default -> out.bytes(asRead);
        }
        return out.toByteArray();
    }

    /// Index of the first function that has a body; imported ones come before.
    public int firstFunction() {
        return importedFunctions;
    }

    /// One past the last function: the index that the next added one gets.
    public int nextFunction() {
        return importedFunctions + bodies.size();
    }

    public byte[] body(int function) {
        return bodies.get(function - importedFunctions);
    }

    public void replaceBody(int function, byte[] body) {
        bodies.set(function - importedFunctions, body);
    }

    public FunctionType typeOf(int function) {
        return types.get(functionTypes.get(function - importedFunctions));
    }

    public int addFunction(FunctionType type, byte[] body) {
        functionTypes.add(indexOf(type));
        bodies.add(body);
        return nextFunction() - 1;
    }

    private int indexOf(FunctionType type) {
        int known = types.indexOf(type);
        if (known >= 0) {
            return known;
        }
        types.add(type);
        return types.size() - 1;
    }

    /// A section other than types, functions and code, as bytes.
    public byte[] section(int id) {
        byte[] content = sections.get(id);
        if (content == null) {
            throw new UnsupportedWasm("a module without section " + id);
        }
        return content;
    }

    public void replaceSection(int id, byte[] content) {
        sections.put(id, content);
    }
}
