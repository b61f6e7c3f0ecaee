package dev.gatehouse.server.settings.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads one YAML 1.2 document (core schema) into a tree with places. Duplicate keys, keys that are no text, custom
/// tags
/// and trees beyond [#MOST_NODES] or [#MOST_DEPTH] (aliases count each time) are mistakes.
final class YamlReader {
    static final int MOST_NODES = 200_000;
    static final int MOST_DEPTH = 50;

    private final Path file;
    private final Findings findings;
    private final List<String> lines;
    private int nodes;

    private YamlReader(Path file, Findings findings, String text) {
        this.file = file;
        this.findings = findings;
        lines = text.lines().toList();
    }

    /// The document's root, or empty when it is empty or cannot be read at all.
    static Optional<Node> read(Path file, byte[] bytes, Findings findings) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setSchema(new CoreSchema())
                    .setAllowNonScalarKeys(true)
                    .build();
            var reader = new YamlReader(file, findings, text);
            return new Compose(settings).composeString(text).map(node -> reader.node(node, 0));
        } catch (CharacterCodingException notText) {
            findings.mistake(Place.startOf(file), "this file is not UTF-8 text");
        } catch (MarkedYamlEngineException malformed) {
            malformed(file, malformed, findings);
        } catch (TooMuch | YamlEngineException tooMuch) {
            findings.mistake(
                    Place.startOf(file),
                    "this file has too many aliases, or is too large or nested too deeply, to be a configuration");
        }
        return Optional.empty();
    }

    private static void malformed(Path file, MarkedYamlEngineException malformed, Findings findings) {
        var mark = malformed.getProblemMark().or(malformed::getContextMark);
        var begins = malformed
                .getContextMark()
                .filter(context -> context.getLine() < mark.map(Mark::getLine).orElse(0))
                .map(context -> " in what begins in line " + (context.getLine() + 1))
                .orElse("");
        findings.mistake(
                mark.map(m -> place(file, m)).orElse(Place.startOf(file)),
                "this is not YAML: "
                        + Optional.ofNullable(malformed.getProblem()).orElse("it cannot be read")
                        + begins);
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
        if (++nodes > MOST_NODES || depth > MOST_DEPTH) {
            throw new TooMuch();
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list ->
                new Node.Sequence(
                        place(list),
                        list.getValue().stream()
                                .map(item -> node(item, depth + 1))
                                .toList());
            case MappingNode map -> mapping(map, depth);
            default -> throw new TooMuch();
        };
    }

    private Node mapping(MappingNode map, int depth) {
        var entries = new ArrayList<Node.Entry>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            var keyPlace = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.mistake(keyPlace, "a key must be text");
                continue;
            }
            var value = node(tuple.getValueNode(), depth + 1);
            var before = seen.putIfAbsent(key.getValue(), keyPlace);
            if (before == null) {
                entries.add(new Node.Entry(keyPlace, key.getValue(), value));
            } else {
                findings.mistake(
                        keyPlace,
                        "the key `" + key.getValue() + "` is written twice; the first is in line " + before.line());
            }
        }
        return new Node.Mapping(place(map), entries);
    }

    private Node scalar(ScalarNode scalar) {
        var place = place(scalar);
        var style = scalar.getScalarStyle();
        boolean oneLine = scalar.getEndMark()
                .map(end -> end.getLine() + 1 == place.line())
                .orElse(false);
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        var content = style == ScalarStyle.LITERAL
                ? new Place(file, place.line() + 1, indent(place.line() + 1))
                : new Place(file, place.line(), place.column() + quote);
        boolean exact = style == ScalarStyle.LITERAL || oneLine;
        return new Node.Scalar(place, scalar.getValue(), type(scalar, place), content, exact);
    }

    private int indent(int line) {
        if (line > lines.size()) {
            return 1;
        }
        var text = lines.get(line - 1);
        return text.length() - text.stripLeading().length() + 1;
    }

    private Node.Scalar.Type type(ScalarNode scalar, Place place) {
        var tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return Node.Scalar.Type.TEXT;
        } else if (tag.equals(Tag.INT)) {
            return Node.Scalar.Type.WHOLE;
        } else if (tag.equals(Tag.FLOAT)) {
            return Node.Scalar.Type.DECIMAL;
        } else if (tag.equals(Tag.BOOL)) {
            return Node.Scalar.Type.FLAG;
        } else if (tag.equals(Tag.NULL)) {
            return Node.Scalar.Type.NULL;
        }
        findings.mistake(place, "the tag " + tag + " means nothing here; leave it out");
        return Node.Scalar.Type.TEXT;
    }

    private Place place(org.snakeyaml.engine.v2.nodes.Node node) {
        return node.getStartMark().map(mark -> place(file, mark)).orElse(Place.startOf(file));
    }

    private static Place place(Path file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
