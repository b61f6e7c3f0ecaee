package dev.gatehouse.cli.commands;

import java.util.Locale;
import picocli.CommandLine.Option;

/// The option that says how a result is printed.
final class As {
    enum Form {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the result is printed: text (default) or json, one line.")
    private Form form = Form.TEXT;

    boolean json() {
        return form == Form.JSON;
    }
}
