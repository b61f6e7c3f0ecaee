package dev.gatehouse.sql.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a catalogue from the rows of [CatalogueQueries]. For one thread.
public final class CatalogueBuilder {
    private final Map<CatalogueQueries, List<List<@Nullable String>>> rows = new EnumMap<>(CatalogueQueries.class);

    /// Takes the rows of one look-up, with its columns in order.
    public CatalogueBuilder rows(CatalogueQueries query, List<List<@Nullable String>> answer) {
        rows.put(query, answer);
        return this;
    }

    /// @throws IllegalStateException if rows of a look-up are missing or are not what it returns
    public Catalogue build() {
        try {
            return catalogue();
        } catch (IndexOutOfBoundsException | NumberFormatException wrong) {
            throw new IllegalStateException("The rows do not fit the catalogue's look-ups.", wrong);
        }
    }

    private Catalogue catalogue() {
        var schemas =
                of(CatalogueQueries.SCHEMAS).stream().map(row -> text(row, 0)).toList();
        var types =
                of(CatalogueQueries.TYPES).stream().map(CatalogueBuilder::type).toList();
        var routines = of(CatalogueQueries.ROUTINES).stream()
                .map(CatalogueBuilder::routine)
                .toList();
        Map<String, Set<String>> operators = new HashMap<>();
        for (var row : of(CatalogueQueries.OPERATORS)) {
            operators.computeIfAbsent(text(row, 0), absent -> new HashSet<>()).add(text(row, 1));
        }
        Set<Integer> casts = new HashSet<>();
        of(CatalogueQueries.CASTS).forEach(row -> casts.add(oid(row, 0)));
        int version = Integer.parseInt(text(of(CatalogueQueries.VERSION).getFirst(), 0));
        return new Catalogue(version, schemas, relations(), types, routines, operators, casts, definitions());
    }

    private Definitions definitions() {
        Map<Integer, String> views = new HashMap<>();
        of(CatalogueQueries.VIEWS).forEach(row -> views.put(oid(row, 0), text(row, 1)));
        return new Definitions(
                views,
                of(CatalogueQueries.FUNCTIONS).stream()
                        .map(CatalogueBuilder::function)
                        .toList());
    }

    private static Function function(List<@Nullable String> row) {
        String columns = text(row, 10);
        return new Function(
                text(row, 0),
                text(row, 1),
                text(row, 2).charAt(0),
                text(row, 3),
                text(row, 4).charAt(0),
                Integer.parseInt(text(row, 5)),
                Integer.parseInt(text(row, 6)),
                truth(row, 7),
                truth(row, 8),
                truth(row, 9),
                columns.isEmpty() ? List.of() : List.of(columns.split("\u001f", -1)),
                text(row, 11));
    }

    private List<Relation> relations() {
        Map<Integer, List<Relation.Column>> columns = new HashMap<>();
        for (var row : of(CatalogueQueries.COLUMNS)) {
            columns.computeIfAbsent(oid(row, 0), absent -> new ArrayList<>()).add(column(row));
        }
        Map<Integer, List<Integer>> parents = new HashMap<>();
        for (var row : of(CatalogueQueries.PARENTS)) {
            parents.computeIfAbsent(oid(row, 0), absent -> new ArrayList<>()).add(oid(row, 1));
        }
        var relations = new ArrayList<Relation>();
        for (var row : of(CatalogueQueries.RELATIONS)) {
            int oid = oid(row, 0);
            Relation.Kind.of(text(row, 3))
                    .ifPresent(kind -> relations.add(new Relation(
                            oid,
                            text(row, 1),
                            text(row, 2),
                            kind,
                            columns.getOrDefault(oid, List.of()),
                            parents.getOrDefault(oid, List.of()),
                            truth(row, 4),
                            // A catalogue that was saved before this was asked does not know.
                            row.size() < 6 || truth(row, 5))));
        }
        return relations;
    }

    private static Relation.Column column(List<@Nullable String> row) {
        return new Relation.Column(
                text(row, 2),
                Integer.parseInt(text(row, 1)),
                oid(row, 3),
                truth(row, 4),
                truth(row, 5),
                // One that was saved before this was asked only explains, and decides nothing.
                row.size() < 7 ? Relation.Taking.ANY : Relation.Taking.valueOf(text(row, 6)));
    }

    private static Type type(List<@Nullable String> row) {
        return new Type(
                oid(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3).charAt(0),
                oid(row, 4),
                oid(row, 5),
                truth(row, 6));
    }

    private static Routine routine(List<@Nullable String> row) {
        return new Routine(
                text(row, 0), text(row, 1), text(row, 2).charAt(0), text(row, 3), truth(row, 4), truth(row, 5));
    }

    private List<List<@Nullable String>> of(CatalogueQueries query) {
        var answer = rows.get(query);
        if (answer == null && query.optional()) {
            return List.of();
        }
        if (answer == null) {
            throw new IllegalStateException("The rows of " + query + " are missing.");
        }
        return answer;
    }

    private static String text(List<@Nullable String> row, int index) {
        String value = row.get(index);
        if (value == null) {
            throw new IllegalStateException("A catalogue look-up returned NULL in column " + (index + 1) + ".");
        }
        return value;
    }

    private static int oid(List<@Nullable String> row, int index) {
        return Integer.parseUnsignedInt(text(row, index));
    }

    private static boolean truth(List<@Nullable String> row, int index) {
        return text(row, index).startsWith("t");
    }
}
