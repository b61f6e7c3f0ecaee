package dev.gatehouse.server.settings.keys;

import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import dev.gatehouse.server.settings.yaml.Node.Sequence;
import java.nio.file.Files;
import java.util.Optional;

/// Compares a tree with what may be written, and finds everything that does not fit: unknown and missing keys, wrong
/// types, texts of the wrong form.
public final class ShapeCheck {
    private final Findings findings;
    private final NameCheck names;

    public ShapeCheck(Known known, Findings findings) {
        this.findings = findings;
        names = new NameCheck(known, findings);
    }

    public void check(Section section, Node node) {
        if (!(node instanceof Mapping mapping)) {
            expected("a mapping with the keys " + String.join(", ", section.names()), node);
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            var key = section.find(entry.key());
            if (key.isPresent()) {
                entry(key.get(), entry);
            } else {
                unknown(section, entry);
            }
        }
        for (Key key : section.keys()) {
            if (key.required() && mapping.get(key.name()).isEmpty()) {
                findings.mistake(
                        mapping.place(), "`" + key.name() + "` is missing in " + section.title() + ": " + key.about());
            }
        }
    }

    private void entry(Key key, Node.Entry entry) {
        key.later()
                .ifPresent(later -> findings.add(
                        later.severity(),
                        entry.place(),
                        "`" + key.name() + "` is not available in this version: " + later.because(),
                        Optional.empty()));
        check(key.shape(), entry.value());
    }

    private void unknown(Section section, Node.Entry entry) {
        var nearest = Nearest.to(entry.key(), section.names());
        var hint = nearest.isPresent() ? "" : "; known here: " + String.join(", ", section.names());
        findings.mistake(entry.place(), "unknown key `" + entry.key() + "`" + hint, nearest);
    }

    private void check(Shape shape, Node node) {
        switch (shape) {
            case Shape.ListOf(Shape of) -> list(of, node);
            case Shape.OneOrMore(Shape of) -> oneOrMore(of, node);
            case Shape.MapOf map -> map(map, node);
            case Shape.Part(Section section) -> check(section, node);
            case Shape.ShortOr(Shape brief, Section section) -> {
                if (node instanceof Mapping) {
                    check(section, node);
                } else {
                    check(brief, node);
                }
            }
            case Shape.SecretPlace _ -> secret(node);
            case Shape.SecretOr(Format<?> plain) -> {
                if (node instanceof Mapping) {
                    secret(node);
                } else if (node.asText().flatMap(plain::read).isEmpty()) {
                    findings.mistake(
                            node.place(),
                            "expected " + plain.expects() + ", or where it is kept: { file: PATH } or { env: NAME }");
                }
            }
            case Shape.Anything _ -> {}
            case Shape.Leaf leaf -> leaf(leaf, node);
        }
    }

    private void oneOrMore(Shape of, Node node) {
        if (node.items().isEmpty() && of instanceof Shape.Text(var meaning) && meaning == Shape.Meaning.SELECTOR) {
            findings.mistake(node.place(), "this list names nobody; leave the key out, or name somebody");
        }
        node.items().forEach(item -> check(of, item));
    }

    private void list(Shape of, Node node) {
        if (node instanceof Sequence list) {
            list.items().forEach(item -> check(of, item));
        } else {
            expected("a list", node);
        }
    }

    private void map(Shape.MapOf map, Node node) {
        if (!(node instanceof Mapping mapping)) {
            expected("a mapping", node);
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            if (map.key().read(entry.key()).isEmpty()) {
                findings.mistake(entry.place(), "expected " + map.key().expects() + ", found `" + entry.key() + "`");
            }
            check(map.of(), entry.value());
        }
    }

    /// Says nothing of what was found: it may be a secret.
    private void secret(Node node) {
        boolean wellFormed = node instanceof Mapping mapping
                && mapping.entries().size() == 1
                && mapping.get("file")
                        .or(() -> mapping.get("env"))
                        .filter(ShapeCheck::text)
                        .isPresent();
        if (!wellFormed) {
            findings.mistake(
                    node.place(), "a secret is never written here; say where it is: { file: PATH } or { env: NAME }");
        }
    }

    private static boolean text(Node node) {
        return node instanceof Scalar scalar
                && scalar.type() == Scalar.Type.TEXT
                && !scalar.text().isBlank();
    }

    private void leaf(Shape.Leaf leaf, Node node) {
        if (!(node instanceof Scalar scalar)) {
            expected(leaf.expects(), node);
            return;
        }
        boolean fits = switch (leaf) {
            case Shape.Flag _ -> scalar.type() == Scalar.Type.FLAG;
            case Shape.Whole whole -> within(whole, scalar);
            case Shape.Formatted(Format<?> format) -> format.read(scalar.text()).isPresent();
            case Shape.Word(var words) -> words.contains(scalar.text());
            case Shape.Text _ -> text(scalar);
        };
        if (!fits) {
            var suggestion =
                    leaf instanceof Shape.Word(var words) ? Nearest.to(scalar.text(), words) : Optional.<String>empty();
            findings.mistake(
                    scalar.place(), "expected " + leaf.expects() + ", found " + scalar.described(), suggestion);
        } else if (leaf instanceof Shape.Text(var meaning)) {
            meaning(meaning, scalar);
        }
    }

    private void meaning(Shape.Meaning meaning, Scalar scalar) {
        switch (meaning) {
            case INPUT -> file(scalar);
            case SELECTOR -> names.selector(scalar);
            case CATEGORY -> names.category(scalar);
            case CATEGORIES -> names.categoryGlob(scalar);
            case CONNECTION -> names.connection(scalar);
            case CONNECTIONS -> names.connectionPattern(scalar);
            case ANY, PLACE, CONDITION -> {}
        }
    }

    private void file(Scalar scalar) {
        var path = scalar.place().resolve(scalar.text());
        if (!Files.isReadable(path)) {
            findings.warning(scalar.place(), "there is no readable file " + path);
        }
    }

    private static boolean within(Shape.Whole whole, Scalar scalar) {
        if (scalar.type() != Scalar.Type.WHOLE || !scalar.text().matches("-?[0-9]{1,18}")) {
            return false;
        }
        long value = Long.parseLong(scalar.text());
        return value >= whole.least() && value <= whole.most();
    }

    private void expected(String what, Node node) {
        findings.mistake(node.place(), "expected " + what + ", found " + node.described());
    }
}
