package dev.gatehouse.server.settings.keys;

import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The typed view of one section of a tree in which [ShapeCheck] found no mistake. A key that is not written has its
/// declared default. Asking for a key that the section does not declare is a bug and throws.
public final class Entries {
    private final Section section;
    private final Optional<Node> node;

    public Entries(Section section, Optional<Node> node) {
        this.section = section;
        this.node = node;
    }

    public Optional<Node> node(String key) {
        section.key(key);
        return node.flatMap(n -> n.at(key));
    }

    public Optional<String> maybeText(String key) {
        return node(key).flatMap(Node::asText).or(section.key(key)::byDefault);
    }

    public String text(String key) {
        return maybeText(key).orElseThrow(() -> missing(key));
    }

    public <T> Optional<T> maybe(String key, Format<T> format) {
        return maybeText(key).flatMap(format::read);
    }

    public <T> T value(String key, Format<T> format) {
        return maybe(key, format).orElseThrow(() -> missing(key));
    }

    public boolean flag(String key) {
        return text(key).equalsIgnoreCase("true");
    }

    public Optional<Long> maybeWhole(String key) {
        return maybeText(key).map(Long::parseLong);
    }

    public int whole(String key) {
        return Math.toIntExact(maybeWhole(key).orElseThrow(() -> missing(key)));
    }

    /// The constant whose word is written.
    public <E extends Enum<E>> E word(String key, E[] values) {
        return maybeWord(key, values).orElseThrow(() -> missing(key));
    }

    public <E extends Enum<E>> Optional<E> maybeWord(String key, E[] values) {
        return maybeText(key)
                .flatMap(text -> Arrays.stream(values)
                        .filter(value -> Shape.wordOf(value).equals(text))
                        .findFirst());
    }

    /// The constants whose words are listed.
    public <E extends Enum<E>> List<E> words(String key, E[] values) {
        return texts(key).stream()
                .flatMap(text -> Arrays.stream(values)
                        .filter(value -> Shape.wordOf(value).equals(text)))
                .toList();
    }

    public Optional<Path> maybePath(String key) {
        return node(key)
                .map(Scalar.class::cast)
                .map(scalar -> scalar.place().resolve(scalar.text()).toAbsolutePath());
    }

    public Path path(String key) {
        return maybePath(key).orElseThrow(() -> missing(key));
    }

    /// The items of a list, or the one value that stands for a list; the declared default counts as comma-separated.
    public List<String> texts(String key) {
        return node(key)
                .map(list -> list.items().stream()
                        .map(item -> item.asText().orElseThrow(() -> missing(key)))
                        .toList())
                .orElseGet(() -> section.key(key)
                        .byDefault()
                        .map(text -> List.of(text.split(", ")))
                        .orElse(List.of()));
    }

    public boolean written(String key) {
        return node(key).isPresent();
    }

    /// A section below this one; all defaults when it is not written.
    public Entries part(String key) {
        return new Entries(sectionOf(section.key(key).shape()), node(key));
    }

    public <T> Optional<T> maybePart(String key, Function<Entries, T> reader) {
        return written(key) ? Optional.of(reader.apply(part(key))) : Optional.empty();
    }

    /// Each item of a list of sections.
    public <T> List<T> parts(String key, Function<Entries, T> reader) {
        var below = sectionOf(section.key(key).shape());
        return node(key).map(Node::items).orElse(List.of()).stream()
                .map(item -> reader.apply(new Entries(below, Optional.of(item))))
                .toList();
    }

    /// A mapping with keys of the writer's choice, in the order written.
    public <T> Map<String, T> map(String key, Function<Node, T> reader) {
        var map = new LinkedHashMap<String, T>();
        if (node(key).orElse(null) instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> map.put(entry.key(), reader.apply(entry.value())));
        }
        return map;
    }

    private static Section sectionOf(Shape shape) {
        return switch (shape) {
            case Shape.Part(Section section) -> section;
            case Shape.ShortOr(var _, Section section) -> section;
            case Shape.ListOf(Shape of) -> sectionOf(of);
            case Shape.OneOrMore(Shape of) -> sectionOf(of);
            case Shape.MapOf(var _, var _, Shape of) -> sectionOf(of);
            case Shape.Leaf _, Shape.SecretPlace _, Shape.SecretOr _, Shape.Anything _ ->
                throw new IllegalArgumentException(shape + " is not a section");
        };
    }

    private IllegalStateException missing(String key) {
        return new IllegalStateException("`" + key + "` in " + section.title() + " was not checked");
    }
}
