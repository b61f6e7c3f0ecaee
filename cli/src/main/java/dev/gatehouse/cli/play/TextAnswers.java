package dev.gatehouse.cli.play;

import dev.gatehouse.cli.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Answers that are text already, such as those of HTTP: line by line, with what could command a terminal made visible.
/// For one thread.
final class TextAnswers implements Decoder {
    private static final int LONGEST = 16 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    TextAnswers(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void feed(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' || line.size() == LONGEST) {
                flush();
            }
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                line.write(bytes[i]);
            }
        }
    }

    @Override
    public void gap() {
        flush();
    }

    @Override
    public void flush() {
        if (line.size() > 0) {
            lines.accept("  " + Text.oneLine(line.toString(StandardCharsets.UTF_8)));
            line.reset();
        }
    }
}
