package dev.gatehouse.pgparser;

/// The module's functions that are called from here, with the name that C knows them by and the minified one.
///
/// Minified names change with each release of libpg-query; a test compares these with the package's own JavaScript.
enum Export {
    CONSTRUCTORS("", "A"),
    MALLOC("_malloc", "C"),
    FREE("_free", "E"),
    PARSE("_wasm_parse_query_raw", "F"),
    FREE_RESULT("_wasm_free_parse_result", "G"),
    SET_THREW("_setThrew", "P"),
    STACK_RESTORE("__emscripten_stack_restore", "Q"),
    STACK_POINTER("_emscripten_stack_get_current", "R");

    private final String symbol;
    private final String minified;

    Export(String symbol, String minified) {
        this.symbol = symbol;
        this.minified = minified;
    }

    String symbol() {
        return symbol;
    }

    String minified() {
        return minified;
    }
}
