package dev.gatehouse.sql.catalogue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Saves and loads a catalogue as JSON: for each look-up of [CatalogueQueries], by its name, the rows it returned.
public final class CatalogueJson {
    private static final JsonFactory JSON = new JsonFactory();

    private CatalogueJson() {}

    public static byte[] write(Catalogue catalogue) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            rows(catalogue).forEach((query, rows) -> write(json, query.name(), rows));
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String name, List<List<String>> rows) {
        json.writeArrayPropertyStart(name);
        for (List<String> row : rows) {
            json.writeStartArray();
            row.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /// @throws IllegalArgumentException if this is not a saved catalogue; the message says what is wrong
    public static Catalogue read(byte[] saved) {
        var builder = new CatalogueBuilder();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), saved)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var query = CatalogueQueries.valueOf(json.currentName());
                json.nextToken();
                builder.rows(query, rows(json));
            }
            return builder.build();
        } catch (JacksonException | IllegalStateException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("This is not a saved catalogue: " + wrong.getMessage(), wrong);
        }
    }

    private static List<List<@Nullable String>> rows(JsonParser json) {
        var rows = new ArrayList<List<@Nullable String>>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            var row = new ArrayList<@Nullable String>();
            for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                row.add(token == JsonToken.VALUE_NULL ? null : json.getString());
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<CatalogueQueries, List<List<String>>> rows(Catalogue catalogue) {
        var rows = new EnumMap<CatalogueQueries, List<List<String>>>(CatalogueQueries.class);
        for (CatalogueQueries query : CatalogueQueries.values()) {
            rows.put(query, new ArrayList<>());
        }
        add(rows, CatalogueQueries.VERSION, catalogue.serverVersion());
        catalogue.schemas().stream().sorted().forEach(schema -> add(rows, CatalogueQueries.SCHEMAS, schema));
        for (Relation relation : catalogue.relations()) {
            add(rows, relation);
        }
        for (Type t : catalogue.types()) {
            add(
                    rows,
                    CatalogueQueries.TYPES,
                    oid(t.oid()),
                    t.schema(),
                    t.name(),
                    t.kind(),
                    oid(t.element()),
                    oid(t.base()),
                    t.extension());
        }
        for (Routine r : catalogue.routines()) {
            add(
                    rows,
                    CatalogueQueries.ROUTINES,
                    r.schema(),
                    r.name(),
                    r.volatility(),
                    r.language(),
                    r.returnsSet(),
                    r.extension());
        }
        catalogue
                .operators()
                .forEach((schema, names) -> names.forEach(name -> add(rows, CatalogueQueries.OPERATORS, schema, name)));
        catalogue.castTypes().forEach(type -> add(rows, CatalogueQueries.CASTS, oid(type)));
        var definitions = catalogue.definitions();
        definitions.views().forEach((view, query) -> add(rows, CatalogueQueries.VIEWS, oid(view), query));
        definitions.functions().forEach(function -> add(rows, function));
        return rows;
    }

    private static void add(Map<CatalogueQueries, List<List<String>>> rows, Function f) {
        add(
                rows,
                CatalogueQueries.FUNCTIONS,
                f.schema(),
                f.name(),
                f.kind(),
                f.language(),
                f.volatility(),
                f.arguments(),
                f.defaults(),
                f.variadic(),
                f.extension(),
                f.shadows(),
                String.join("\u001f", f.columns()),
                f.definition());
    }

    private static void add(Map<CatalogueQueries, List<List<String>>> rows, Relation relation) {
        String oid = oid(relation.oid());
        add(
                rows,
                CatalogueQueries.RELATIONS,
                oid,
                relation.schema(),
                relation.name(),
                relation.kind().code(),
                relation.rules(),
                relation.judges());
        for (Relation.Column c : relation.columns()) {
            add(
                    rows,
                    CatalogueQueries.COLUMNS,
                    oid,
                    c.number(),
                    c.name(),
                    oid(c.type()),
                    c.notNull(),
                    c.generated(),
                    c.taking());
        }
        relation.parents().forEach(parent -> add(rows, CatalogueQueries.PARENTS, oid, oid(parent)));
    }

    private static void add(Map<CatalogueQueries, List<List<String>>> rows, CatalogueQueries query, Object... values) {
        rows.computeIfAbsent(query, absent -> new ArrayList<>())
                .add(java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    private static String oid(int oid) {
        return Integer.toUnsignedString(oid);
    }
}
