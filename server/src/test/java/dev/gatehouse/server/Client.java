package dev.gatehouse.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

/// A stock client to be run as a process.
record Client(List<String> command, Map<String, String> environment, String input) {
    static Client of(String program, Map<String, String> environment) {
        return new Client(List.of(program), environment, "");
    }

    Client with(List<String> arguments) {
        var more = new ArrayList<>(command);
        more.addAll(arguments);
        return new Client(more, environment, input);
    }

    Client with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Client(command, all, input);
    }

    /// With text on its standard input.
    Client saying(String text) {
        return new Client(command, environment, text);
    }

    Ran run() throws IOException, InterruptedException {
        return start().await();
    }

    Running start() throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = reading(process.getInputStream());
        var err = reading(process.getErrorStream());
        var running = new Running(process, out, err);
        running.say(input);
        return running;
    }

    private static FutureTask<String> reading(InputStream stream) {
        var task = new FutureTask<>(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        Thread.ofVirtual().start(task);
        return task;
    }

    /// A client that has not ended yet.
    record Running(Process process, FutureTask<String> out, FutureTask<String> err) {
        Ran await() throws IOException, InterruptedException {
            process.getOutputStream().close();
            int exit = process.waitFor();
            return new Ran(exit, text(out), text(err));
        }

        /// Types on its standard input, which stays open until [#await].
        void say(String text) throws IOException {
            var in = process.getOutputStream();
            in.write(text.getBytes(StandardCharsets.UTF_8));
            in.flush();
        }

        private static String text(FutureTask<String> task) throws InterruptedException {
            try {
                return task.get();
            } catch (java.util.concurrent.ExecutionException broken) {
                throw new IllegalStateException("the client's output could not be read", broken);
            }
        }
    }

    /// What a client said, and how it ended.
    record Ran(int exit, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }
}
