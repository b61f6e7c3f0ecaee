package dev.gatehouse.server.settings.keys;

import java.util.LinkedHashSet;
import java.util.Set;

/// The reference page of the configuration as Markdown, made from the declared keys.
public final class ReferencePage {
    private static final String HEAD = """
            # Configuration reference

            One YAML file (YAML 1.2, core schema), further ones by `include`. Paths are relative to the file that names \
            them. An unknown key is a mistake; `gatehouse check -c FILE` finds all mistakes at once, each with file, line \
            and column. Editors can use the [JSON Schema](gatehouse.schema.json).

            This page is made from the program's own description of its keys; do not edit it by hand.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final Set<Section> written = new LinkedHashSet<>();

    private static final String LIMITS_HEAD = """
            # Limits

            Keys of the section `limits:` of the [configuration](configuration.md). They are read at the start.

            This page is made from the program's own description of its keys; do not edit it by hand.
            """;

    private ReferencePage() {}

    /// The page of the section `limits:` alone.
    public static String ofLimits(Section limits) {
        var reference = new ReferencePage();
        reference.page.setLength(0);
        reference.page.append(LIMITS_HEAD);
        reference.section(limits);
        return reference.page.toString();
    }

    public static String of(Section root) {
        var reference = new ReferencePage();
        reference.section(root);
        return reference.page.toString();
    }

    private void section(Section section) {
        if (!written.add(section)) {
            return;
        }
        page.append("\n## ").append(section.title()).append("\n\n");
        page.append(section.about()).append("\n\n");
        page.append("| key | value | default | meaning |\n|---|---|---|---|\n");
        section.keys().forEach(this::row);
        section.keys().forEach(key -> below(key.shape()));
    }

    private void row(Key key) {
        var byDefault = key.required()
                ? "required"
                : key.byDefault().map(text -> "`" + text + "`").orElse("");
        page.append("| `")
                .append(key.name())
                .append("` | ")
                .append(cell(form(key.shape())))
                .append(" | ")
                .append(byDefault)
                .append(" | ")
                .append(cell(key.about()))
                .append(key.restart() ? " Read at the start." : "")
                .append(key.later()
                        .map(later -> " **Not available in this version**: " + cell(later.because()) + ".")
                        .orElse(""))
                .append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String form(Shape shape) {
        return switch (shape) {
            case Shape.Word(var words) -> "`" + String.join("`, `", words) + "`";
            case Shape.Text(var meaning) -> meaning == Shape.Meaning.ANY ? "text" : meaning.expects();
            case Shape.Leaf leaf -> leaf.expects();
            case Shape.SecretPlace _ -> "`{ file: PATH }` or `{ env: NAME }`";
            case Shape.SecretOr(Format<?> plain) -> plain.expects() + ", or `{ file: PATH }` or `{ env: NAME }`";
            case Shape.ListOf(Shape of) -> "list of " + form(of);
            case Shape.OneOrMore(Shape of) -> form(of) + ", or a list";
            case Shape.MapOf(String keyName, var _, Shape of) -> "mapping from " + keyName + " to " + form(of);
            case Shape.Part(Section section) -> "[" + section.title() + "](#" + section.title() + ")";
            case Shape.ShortOr(Shape brief, Section section) ->
                form(brief) + ", or [" + section.title() + "](#" + section.title() + ")";
            case Shape.Anything _ -> "anything";
        };
    }

    private void below(Shape shape) {
        switch (shape) {
            case Shape.Part(Section section) -> section(section);
            case Shape.ShortOr(var _, Section section) -> section(section);
            case Shape.ListOf(Shape of) -> below(of);
            case Shape.OneOrMore(Shape of) -> below(of);
            case Shape.MapOf(var _, var _, Shape of) -> below(of);
            case Shape.Leaf _, Shape.SecretPlace _, Shape.SecretOr _, Shape.Anything _ -> {}
        }
    }
}
