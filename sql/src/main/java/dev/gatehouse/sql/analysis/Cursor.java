package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.OutputColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is known of a cursor since its DECLARE: FETCH gives what that query gave when it was declared, whatever names
/// mean by now.
///
/// @param outputs the columns of its rows
/// @param filtered whether its query restricts what it reads
public record Cursor(List<OutputColumn> outputs, List<ColumnUse> reads, Set<String> relations, boolean filtered) {
    public Cursor {
        outputs = List.copyOf(outputs);
        reads = List.copyOf(reads);
        relations = Set.copyOf(relations);
    }

    /// One of the two, when it cannot be told which: a DECLARE of a name in use fails, and then the older one stays.
    public Cursor or(Cursor other) {
        if (equals(other)) {
            return this;
        }
        var uses = new LinkedHashSet<>(reads);
        uses.addAll(other.reads);
        var named = new LinkedHashSet<>(relations);
        named.addAll(other.relations);
        return new Cursor(both(outputs, other.outputs), new ArrayList<>(uses), named, filtered && other.filtered);
    }

    /// Column by column the strictest; of different widths nothing is known, which masks all of them.
    private static List<OutputColumn> both(List<OutputColumn> first, List<OutputColumn> second) {
        if (first.size() != second.size()) {
            return List.of();
        }
        var columns = new ArrayList<OutputColumn>();
        for (int i = 0; i < first.size(); i++) {
            var a = first.get(i);
            var b = second.get(i);
            columns.add(a.equals(b) ? a : either(a, b));
        }
        return columns;
    }

    private static OutputColumn either(OutputColumn a, OutputColumn b) {
        Set<ColumnName> sources = new LinkedHashSet<>(a.sources());
        sources.addAll(b.sources());
        Set<Category> categories = new LinkedHashSet<>(a.categories());
        categories.addAll(b.categories());
        return new OutputColumn(b.name(), new ArrayList<>(sources), categories, false, 0, 0, false);
    }
}
