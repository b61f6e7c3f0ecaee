package dev.gatehouse.pgparser.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The npm package with PostgreSQL's parser as WebAssembly, as the lockfile and the hash beside it pin it.
final class LibpgQueryPackage {
    private static final String HASH_FILE = "libpg-query.sha256";

    private final Path directory;
    private final List<String> npm;

    /// @param directory where `package.json`, the lockfile and the hash lie
    LibpgQueryPackage(Path directory) {
        this(directory, List.of("npm"));
    }

    /// @param npm the command that stands for npm
    LibpgQueryPackage(Path directory, List<String> npm) {
        this.directory = directory;
        this.npm = List.copyOf(npm);
    }

    /// The files that decide what {@link #wasm} answers.
    List<Path> pins() {
        return List.of(directory.resolve("package-lock.json"), directory.resolve(HASH_FILE));
    }

    /// The module's bytes, fetched unless a copy with the pinned hash is there already.
    byte[] wasm() throws IOException, InterruptedException {
        String[] pin = Files.readString(directory.resolve(HASH_FILE)).strip().split("\\s+", 2);
        Path file = directory.resolve(pin[1]);
        if (!hasHash(file, pin[0])) {
            fetch();
        }
        if (!hasHash(file, pin[0])) {
            throw new BuildFailure(changed(file, pin[0]));
        }
        return Files.readAllBytes(file);
    }

    private static boolean hasHash(Path file, String hash) throws IOException {
        return Files.exists(file) && Digests.sha256(Files.readAllBytes(file)).equals(hash);
    }

    private static String changed(Path file, String expected) throws IOException {
        if (!Files.exists(file)) {
            return "npm ci succeeded, but " + file + " is not there. Does the package still have WebAssembly in it?";
        }
        return """
                %s has SHA-256
                %s, but %s pins
                %s.
                Its imports and exports have minified names that change with each release. Compare the names in
                dev.gatehouse.pgparser (Export, HostFunction) with libpg-query.js beside it, write the new hash to that file, and let the tests
                tell whether the trees are still the same.""".formatted(file, Digests.sha256(Files.readAllBytes(file)), HASH_FILE, expected);
    }

    private void fetch() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(npm);
        command.addAll(List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        Process process = start(command);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new BuildFailure("npm ci failed in " + directory + " (status " + status
                    + "). Is the npm registry within reach?\n" + output.strip());
        }
    }

    private Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new BuildFailure(
                    "npm is needed once, to fetch PostgreSQL's parser, and cannot be started (" + missing.getMessage()
                            + "). Install it: apt-get install npm, dnf install npm, or brew install node.");
        }
    }
}
