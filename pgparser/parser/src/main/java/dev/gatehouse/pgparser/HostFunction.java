package dev.gatehouse.pgparser;

/// What the module asks of its host, with the name that Emscripten knows it by, the minified one, and its signature
/// (i, j, d for i32, i64, f64).
enum HostFunction {
    ASSERTION_FAILED("___assert_fail", "c", "iiii", ""),
    ABORT("__abort_js", "x", "", ""),
    EXIT("_exit", "m", "i", ""),
    PROCESS_EXIT("_proc_exit", "v", "i", ""),
    KEEP_ALIVE("__emscripten_runtime_keepalive_clear", "w", "", ""),
    SET_TIMER("__setitimer_js", "o", "id", "i"),
    GROW_MEMORY("_emscripten_resize_heap", "q", "i", "i"),
    LONG_JUMP("__emscripten_throw_longjmp", "p", "", ""),
    FILE_CLOSE("_fd_close", "u", "i", "i"),
    FILE_READ("_fd_read", "r", "iiii", "i"),
    FILE_SEEK("_fd_seek", "s", "ijii", "i"),
    FILE_WRITE("_fd_write", "t", "iiii", "i"),
    INVOKE_I("invoke_i", "g", "i", "i"),
    INVOKE_II("invoke_ii", "b", "ii", "i"),
    INVOKE_III("invoke_iii", "a", "iii", "i"),
    INVOKE_IIII("invoke_iiii", "d", "iiii", "i"),
    INVOKE_IIIII("invoke_iiiii", "k", "iiiii", "i"),
    INVOKE_JI("invoke_ji", "l", "ii", "j"),
    INVOKE_V("invoke_v", "e", "i", ""),
    INVOKE_VI("invoke_vi", "f", "ii", ""),
    INVOKE_VII("invoke_vii", "h", "iii", ""),
    INVOKE_VIII("invoke_viii", "j", "iiii", ""),
    INVOKE_VIIII("invoke_viiii", "i", "iiiii", ""),
    INVOKE_VIIIII("invoke_viiiii", "y", "iiiiii", ""),
    INVOKE_V13I("invoke_viiiiiiiiiiiii", "n", "iiiiiiiiiiiiii", "");

    private final String symbol;
    private final String minified;
    private final String parameters;
    private final String result;

    HostFunction(String symbol, String minified, String parameters, String result) {
        this.symbol = symbol;
        this.minified = minified;
        this.parameters = parameters;
        this.result = result;
    }

    String symbol() {
        return symbol;
    }

    String minified() {
        return minified;
    }

    String parameters() {
        return parameters;
    }

    String result() {
        return result;
    }
}
