package dev.gatehouse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The console examples of a page: commands after `$ `, and what each prints, where `…` stands for anything.
record HttpHowTo(String command, String printed) {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROMPT = Pattern.compile("^\\$ ", Pattern.MULTILINE);

    static List<HttpHowTo> of(Path page) throws IOException {
        var examples = new ArrayList<HttpHowTo>();
        for (var block : BLOCK.matcher(Files.readString(page)).results().toList()) {
            for (String example : PROMPT.split(block.group(1), -1)) {
                if (!example.isBlank()) {
                    int end = example.indexOf('\n');
                    examples.add(new HttpHowTo(
                            example.substring(0, end),
                            example.substring(end + 1).strip()));
                }
            }
        }
        return examples;
    }

    /// What the output must match as a whole.
    Pattern expected() {
        return Pattern.compile(
                Arrays.stream(printed.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
