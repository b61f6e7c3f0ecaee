package dev.gatehouse.pgparser.build.wasm;

/// The module uses a part of WebAssembly that this build tool does not know.
public final class UnsupportedWasm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedWasm(String what) {
        super(what);
    }
}
