package dev.gatehouse.cli.commands;

import java.util.Locale;
import picocli.CommandLine.Option;

/// The option that says how a result is printed.
public final class As {
    private enum Form {
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

    public boolean json() {
        return form == Form.JSON;
    }
}
