package dev.gatehouse.pgparser.build;

import dev.gatehouse.pgparser.build.split.ModuleSplitter;
import dev.gatehouse.pgparser.build.split.SmallerStack;
import dev.gatehouse.pgparser.build.wasm.WasmModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program that the Maven build runs: `BuildParser NPM-FOLDER OUTPUT-FOLDER CLASS-NAME`.
public final class BuildParser {
    /// What libpg_query's Makefile links it with.
    private static final int LINKED_STACK = 32 << 20;
    /// Must be what `dev.gatehouse.pgparser.LibpgQuery` believes, and no less than the stack of the threads that parse.
    private static final int STACK = 4 << 20;
    /// 256 MB: a statement of 1 MiB needs less.
    private static final int MOST_PAGES = 4_096;

    private final LibpgQueryPackage source;
    private final Path output;
    private final String className;

    private BuildParser(LibpgQueryPackage source, Path output, String className) {
        this.source = source;
        this.output = output;
        this.className = className;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LibpgQueryPackage source = new LibpgQueryPackage(Path.of(arguments[0]));
        try {
            new BuildParser(source, Path.of(arguments[1]), arguments[2]).run();
        } catch (BuildFailure failure) {
            System.err.println("[ERROR] " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        Stamp stamp = Stamp.of(
                output.resolve("stamp"),
                source.pins(),
                List.of(className, "stack " + STACK, "pages " + MOST_PAGES),
                System.getProperty("java.class.path"));
        if (stamp.isCurrent()) {
            return;
        }
        System.out.println("[INFO] Making PostgreSQL's parser (once; about ten seconds)");
        stamp.forget();
        generate();
        stamp.write();
    }

    private void generate() throws IOException, InterruptedException {
        WasmModule module = WasmModule.read(source.wasm());
        List<String> report = new ModuleSplitter().split(module);
        new SmallerStack(LINKED_STACK, STACK, MOST_PAGES).applyTo(module);
        Files.createDirectories(output);
        Files.write(output.resolve("split.txt"), report);
        Path split = output.resolve("libpg-query.wasm");
        Files.write(split, module.write());
        new BytecodeCompiler(output, className).compile(split);
    }
}
