package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// COPY. What comes out has columns like an answer. What goes in is looked at for masks that come back by the relay,
/// where it is text.
final class Copies {
    private final Analysis in;

    Copies(Analysis in) {
        this.in = in;
    }

    Optional<List<OutputColumn>> of(Node copy) {
        if (copy.flag("is_program") || !copy.text("filename").isEmpty()) {
            in.findings.act("copy", Effect.ADMIN);
            in.findings.problem("COPY with a file or program of the server is not understood. Use STDIN or STDOUT.");
            copy.readAll();
            return Optional.empty();
        }
        boolean into = copy.flag("is_from");
        in.findings.act("copy", into ? Effect.WRITE : Effect.READ);
        copy.list("options").forEach(Node::readAll);
        var columns = copy.names("attlist");
        if (copy.node("query").isPresent()) {
            return out(copy, query(copy.node("query").get()));
        }
        return table(copy, copy.node("relation").orElseThrow(), columns, into);
    }

    private List<Field> query(Node query) {
        return query.is("SelectStmt")
                ? in.queries.of(query, Scope.empty()).fields()
                : in.writes.of(query, Scope.empty());
    }

    private Optional<List<OutputColumn>> table(Node copy, Node rangeVar, List<String> columns, boolean into) {
        if (!into) {
            return in.tables.range(rangeVar).flatMap(range -> out(copy, chosen(range, columns)));
        }
        in.writes.table(rangeVar).ifPresent(target -> {
            target.range()
                    .fields()
                    .forEach(field -> in.findings
                            .filters()
                            .apply(Restriction.of(field.carried().instances())));
            copy.node("whereClause")
                    .ifPresent(condition ->
                            in.tests.condition(condition, Scope.empty().with(Joined.of(target.range()))));
            in(target.relation(), columns, new Options(copy).readable());
        });
        return Optional.empty();
    }

    /// The columns in the order in which they are written; generated ones only when they are named.
    private List<Field> chosen(Range range, List<String> columns) {
        if (columns.isEmpty()) {
            var relation = in.names.relation(range.schema(), range.name());
            return range.fields().stream()
                    .filter(field -> relation.flatMap(found -> found.column(field.name()))
                            .map(column -> !column.generated())
                            .orElse(true))
                    .toList();
        }
        return columns.stream()
                .flatMap(name -> range.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .limit(1))
                .toList();
    }

    private void in(Relation relation, List<String> columns, boolean readable) {
        relation.columns().stream()
                .filter(column -> columns.isEmpty() || columns.contains(column.name()))
                .map(column -> in.holdings.own(relation, column))
                .forEach(in.findings::write);
        if (in.holdings.personal(relation) && !readable) {
            in.findings.problem(
                    "COPY into \"" + relation.qualified() + "\" in this form is not followed, because it "
                            + "holds personal data, and masks that come back could not be told. Use text or CSV in UTF-8, with the usual quotes.");
        }
    }

    private Optional<List<OutputColumn>> out(Node copy, List<Field> fields) {
        var outputs = in.targets.outputs(fields);
        var options = new Options(copy);
        if (fields.stream().anyMatch(field -> field.carried().sensitive()) && !options.followed()) {
            in.findings.problem("COPY of masked columns in this form is not followed. "
                    + "Use text, CSV or binary in UTF-8, with a delimiter and a quote of one ASCII character.");
        }
        in.findings.copy(new CopyOut(
                in.findings.statement(),
                options.form(),
                options.one("delimiter", options.form() == CopyOut.Form.CSV ? "," : "\t"),
                options.text("null", options.form() == CopyOut.Form.CSV ? "" : "\\N"),
                options.one("quote", "\""),
                options.one("escape", options.text("quote", "\"")),
                options.header(),
                fields.stream().map(field -> type(field.carried())).toList()));
        return Optional.of(outputs);
    }

    /// The type of a stored value as it is.
    private int type(Carried carried) {
        if (carried.form() != Carried.Form.PLAIN) {
            return 0;
        }
        var origin = carried.origins().getFirst();
        return in.names.relation(origin.tableOid()).stream()
                .flatMap(relation -> relation.columns().stream())
                .filter(column -> column.number() == origin.attribute())
                .mapToInt(Relation.Column::type)
                .findFirst()
                .orElse(0);
    }

    /// The options of a COPY, as the grammar has them in both spellings.
    private record Options(Node copy) {
        String text(String name, String otherwise) {
            return copy.list("options").stream()
                    .filter(option -> option.text("defname").equals(name))
                    .map(option ->
                            option.node("arg").map(SessionStatements::value).orElse("true"))
                    .findFirst()
                    .orElse(otherwise);
        }

        CopyOut.Form form() {
            return switch (text("format", "text")) {
                case "csv" -> CopyOut.Form.CSV;
                case "binary" -> CopyOut.Form.BINARY;
                default -> CopyOut.Form.TEXT;
            };
        }

        char one(String name, String otherwise) {
            String text = text(name, otherwise);
            return text.isEmpty() ? otherwise.charAt(0) : text.charAt(0);
        }

        boolean header() {
            var off = Set.of("false", "off", "0");
            return copy.list("options").stream()
                            .anyMatch(option -> option.text("defname").equals("header"))
                    && !off.contains(text("header", "true"));
        }

        /// Whether what comes in is text as the gateway reads it.
        boolean readable() {
            return Set.of("text", "csv").contains(text("format", "text"))
                    && text("quote", "\"").equals("\"")
                    && Set.of("\"", "\\").contains(text("escape", "\""))
                    && Set.of("utf8", "utf-8", "unicode")
                            .contains(text("encoding", "utf8").toLowerCase(java.util.Locale.ROOT));
        }

        boolean followed() {
            boolean utf8 = Set.of("utf8", "utf-8", "unicode")
                    .contains(text("encoding", "utf8").toLowerCase(java.util.Locale.ROOT));
            boolean ascii = java.util.stream.Stream.of("delimiter", "quote", "escape")
                    .map(name -> text(name, ","))
                    .allMatch(one -> one.length() == 1 && one.charAt(0) < 128);
            return utf8
                    && ascii
                    && Set.of("text", "csv", "binary").contains(text("format", "text"))
                    && !text("null", "").contains("\n");
        }
    }
}
