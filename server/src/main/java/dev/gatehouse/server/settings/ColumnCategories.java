package dev.gatehouse.server.settings;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Glob;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the columns of one connection hold, by the patterns of `data:`.
///
/// Exact names beat globs (an exact column name in any table beats a glob of columns), schema-qualified patterns beat
/// unqualified ones, then the longer pattern, then the alphabet. Names are as the catalogue has them.
public final class ColumnCategories implements Classification {
    private static final Classified UNCLASSIFIED = new Classified(Category.UNCLASSIFIED, false);

    private final List<Pattern> patterns;

    /// @param columns what each pattern `[schema.]table.column` holds
    public ColumnCategories(Map<String, DataSettings.Held> columns) {
        patterns = columns.entrySet().stream()
                .map(entry -> Pattern.of(entry.getKey(), entry.getValue()))
                .sorted(Pattern.STRONGEST_FIRST)
                .toList();
    }

    @Override
    public Classified of(ColumnName column) {
        return patterns.stream()
                .filter(pattern -> pattern.matches(column))
                .findFirst()
                .map(Pattern::classified)
                .orElse(UNCLASSIFIED);
    }

    private record Pattern(String text, Optional<Glob> schema, Glob table, Glob column, Classified classified) {
        static final Comparator<Pattern> STRONGEST_FIRST = Comparator.comparing(Pattern::exact)
                .thenComparing(pattern -> pattern.column().exact())
                .thenComparing(pattern -> pattern.schema().isPresent())
                .thenComparingInt(pattern -> pattern.text().length())
                .reversed()
                .thenComparing(Pattern::text);

        static Pattern of(String text, DataSettings.Held held) {
            var parts = List.of(text.split("\\.", -1));
            int table = parts.size() - 2;
            return new Pattern(
                    text,
                    table == 0 ? Optional.empty() : Optional.of(new Glob(parts.getFirst())),
                    new Glob(parts.get(table)),
                    new Glob(parts.getLast()),
                    new Classified(new Category(held.category()), held.subject()));
        }

        boolean exact() {
            return table.exact() && column.exact() && schema.map(Glob::exact).orElse(true);
        }

        boolean matches(ColumnName name) {
            return table.matches(name.table())
                    && column.matches(name.column())
                    && schema.map(glob -> glob.matches(name.schema())).orElse(true);
        }
    }
}
