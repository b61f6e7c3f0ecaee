package dev.gatehouse.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Decodes libpg_query's JSON into nodes, by streaming.
///
/// Safe for use by several threads. Trees deeper than allowed are refused.
public final class TreeReader {
    /// A node is an object in an object that names its type.
    private static final int LEVELS_PER_NODE = 2;

    private static final Set<String> POSITIONS = Set.of(
            "stmt_location",
            "stmt_len",
            "rexpr_list_start",
            "rexpr_list_end",
            "list_start",
            "list_end",
            "name_location");

    private final JsonFactory json;

    /// @param deepest how many nodes may stand above each other
    public TreeReader(int deepest) {
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(LEVELS_PER_NODE * deepest)
                        .maxStringLength(1 << 26)
                        .build())
                .build();
    }

    /// The statements of a text.
    ///
    /// @throws TooDeep if the tree is nested beyond the limit
    public List<Node> statements(byte[] tree) throws TooDeep {
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), tree)) {
            in.nextToken();
            var statements = new ArrayList<Node>();
            for (Node raw : object(in, "").list("stmts")) {
                raw.node("stmt").ifPresent(statements::add);
            }
            return statements;
        } catch (JacksonException | StackOverflowError failure) {
            throw new TooDeep();
        }
    }

    /// Reads what follows a `{`: either a wrapper such as `{"ColumnRef":{…}}` or the fields themselves.
    private Node object(JsonParser in, String type) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Object>();
        int location = 0;
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            JsonToken token = in.nextToken();
            if (type.isEmpty() && Character.isUpperCase(name.charAt(0)) && token == JsonToken.START_OBJECT) {
                Node wrapped = object(in, name);
                in.nextToken();
                return wrapped;
            }
            // CREATE TABLESPACE has a location that is a text.
            if (name.equals("location") && token == JsonToken.VALUE_NUMBER_INT) {
                location = in.getIntValue();
            } else if (POSITIONS.contains(name)) {
                in.getIntValue();
            } else {
                names.add(name);
                values.add(value(in, token));
            }
        }
        return new Node(type, location, names.toArray(String[]::new), values.toArray());
    }

    private Object value(JsonParser in, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(in, "");
            case START_ARRAY -> array(in);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> in.getLongValue();
            default -> in.getString();
        };
    }

    private List<Node> array(JsonParser in) {
        var elements = new ArrayList<Node>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            elements.add(object(in, ""));
        }
        return elements;
    }

    /// The tree is nested too deeply to be looked at.
    public static final class TooDeep extends Exception {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super("The statement is nested too deeply. Write it with fewer levels.", null, false, false);
        }
    }
}
