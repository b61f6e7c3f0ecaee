package dev.gatehouse.pgparser.build;

import com.dylibso.chicory.build.time.compiler.Config;
import com.dylibso.chicory.build.time.compiler.Generator;
import com.dylibso.chicory.compiler.InterpreterFallback;
import java.io.IOException;
import java.nio.file.Path;

/// Turns a WebAssembly module into JVM classes with Chicory's compiler.
final class BytecodeCompiler {
    private final Path output;
    private final String name;

    /// @param output the root folder for classes and for the module without its code (`NAME.meta`)
    /// @param name base name of the classes, with their package
    BytecodeCompiler(Path output, String name) {
        this.output = output;
        this.name = name;
    }

    /// A function that fits no JVM method is an error: interpreted, it would be hundreds of times slower.
    void compile(Path wasm) throws IOException {
        Generator generator = new Generator(Config.builder()
                .withWasmFile(wasm)
                .withName(name)
                .withTargetClassFolder(output)
                .withTargetWasmFolder(output)
                .withTargetSourceFolder(output)
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .build());
        generator.generateMetaWasm(generator.generateResources());
    }
}
