package dev.gatehouse.server.settings;

import dev.gatehouse.http.mask.FieldPath;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import dev.gatehouse.server.settings.yaml.Node;
import java.util.Map;
import java.util.Optional;

/// One entry of `data:`: what a connection's columns or fields hold.
///
/// @param columns by `[schema.]table.column`, where `*` stands for any characters
/// @param fields by JSONPath, for HTTP
public record DataSettings(String connection, Map<String, Held> columns, Map<String, Held> fields) {
    public DataSettings {
        columns = Map.copyOf(columns);
        fields = Map.copyOf(fields);
    }

    /// @param subject whether it identifies the person a row is about; default false
    public record Held(String category, boolean subject) {
        private static Held read(Node node) {
            return node.asText().map(category -> new Held(category, false)).orElseGet(() -> {
                var entries = new Entries(HELD, Optional.of(node));
                return new Held(entries.text("category"), entries.flag("subject"));
            });
        }
    }

    private static final Section HELD = Section.of(
            "held",
            "What a column holds, with more to say than its category.",
            Key.required("category", Shape.text(Shape.Meaning.CATEGORY), "The category; `none` once reviewed."),
            Key.optional("subject", new Shape.Flag(), "Whether it identifies the person a row is about.")
                    .or("false"));

    private static final Shape CATEGORY_OR_HELD = new Shape.ShortOr(Shape.text(Shape.Meaning.CATEGORY), HELD);

    private static final Format<FieldPath> FIELD = new Format<>(
            "field", "a path such as `$.customer.email`, `$..email` or `$.items[*].name`", "^\\$", FieldPath::parse);

    static final Section KEYS = Section.of(
            "data",
            "What the columns of a connection hold.",
            Key.required("connection", Shape.text(Shape.Meaning.CONNECTION), "The connection's name."),
            Key.optional(
                    "columns",
                    new Shape.MapOf("[schema.]table.column", Formats.COLUMN, CATEGORY_OR_HELD),
                    "Categories by column. Without a schema it holds in every schema. "
                            + "Exact names beat globs, schema-qualified ones beat unqualified ones."),
            Key.optional(
                    "fields",
                    new Shape.MapOf("JSONPath", FIELD, CATEGORY_OR_HELD),
                    "Categories by JSONPath, for HTTP: `$.a.b`, `..name` at any depth, `.*` for any member. Arrays are "
                            + "looked through. Deeper paths beat shallower ones, exact ones beat wildcards."));

    static DataSettings read(Entries entries) {
        return new DataSettings(
                entries.text("connection"), entries.map("columns", Held::read), entries.map("fields", Held::read));
    }
}
