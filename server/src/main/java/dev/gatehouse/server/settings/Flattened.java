package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A configuration as lines `rules[staff].then` = `allow`, defaults included, so that two can be compared.
final class Flattened {
    private static final String WITHHELD = "(withheld)";
    private static final List<String> NAMES = List.of("id", "name", "connection");

    /// @param restart whether a change takes a restart
    record Line(String value, boolean restart) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    private Flattened() {}

    static Map<String, Line> of(Mapping root) {
        var flattened = new Flattened();
        flattened.section("", Settings.KEYS, Optional.of(root), false);
        return flattened.lines;
    }

    private void section(String path, Section section, Optional<Node> node, boolean restart) {
        for (Key key : section.keys()) {
            var below = path.isEmpty() ? key.name() : path + "." + key.name();
            var value = node.flatMap(n -> n.at(key.name()));
            shape(below, key.shape(), value, key, restart || key.restart());
        }
    }

    private void shape(String path, Shape shape, Optional<Node> value, Key key, boolean restart) {
        switch (shape) {
            case Shape.Part(Section section) -> {
                if (value.isPresent() || optionalThroughout(section)) {
                    section(path, section, value, restart);
                }
            }
            case Shape.ShortOr(var _, Section section)
            when value.orElse(null) instanceof Mapping -> section(path, section, value, restart);
            case Shape.ListOf(Shape of) -> list(path, of, value, key, restart);
            case Shape.OneOrMore(Shape of) -> list(path, of, value, key, restart);
            case Shape.MapOf(var _, var _, Shape of) -> {
                if (value.orElse(null) instanceof Mapping mapping) {
                    mapping.entries()
                            .forEach(entry -> shape(
                                    path + "[" + entry.key() + "]", of, Optional.of(entry.value()), key, restart));
                }
            }
            case Shape.SecretPlace _ ->
                value.map(Flattened::place).ifPresent(text -> lines.put(path, new Line(text, restart)));
            case Shape.SecretOr(Format<?> plain) ->
                value.map(node -> perhapsSecret(node, plain))
                        .ifPresent(text -> lines.put(path, new Line(text, restart)));
            case Shape.ShortOr _, Shape.Leaf _, Shape.Anything _ ->
                value.map(Flattened::text)
                        .or(key::byDefault)
                        .ifPresent(text -> lines.put(path, new Line(text, restart)));
        }
    }

    /// Where a secret is kept. What is written there against all advice, in a load that is refused for it, is not told.
    private static String place(Node node) {
        return node instanceof Mapping ? text(node) : WITHHELD;
    }

    private static String perhapsSecret(Node node, Format<?> plain) {
        return node.asText().flatMap(plain::read).isPresent() ? text(node) : place(node);
    }

    /// Whether a section that is not written still says something by its defaults.
    private static boolean optionalThroughout(Section section) {
        return section.keys().stream().noneMatch(Key::required);
    }

    private void list(String path, Shape of, Optional<Node> value, Key key, boolean restart) {
        if (of instanceof Shape.Part(Section section)) {
            int number = 0;
            for (Node item : value.map(Node::items).orElse(List.of())) {
                number++;
                section(path + "[" + name(item, number) + "]", section, Optional.of(item), restart);
            }
        } else {
            value.map(node -> node.items().stream().map(Flattened::text).collect(Collectors.joining(", ")))
                    .or(key::byDefault)
                    .ifPresent(text -> lines.put(path, new Line(text, restart)));
        }
    }

    private static String name(Node item, int number) {
        return NAMES.stream()
                .flatMap(name -> item.at(name).flatMap(Node::asText).stream())
                .findFirst()
                .orElse(Integer.toString(number));
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Sequence list ->
                list.items().stream().map(Flattened::text).collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> entry.key() + ": " + text(entry.value()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }
}
