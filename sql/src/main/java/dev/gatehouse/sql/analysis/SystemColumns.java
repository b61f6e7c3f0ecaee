package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import java.util.HashMap;
import java.util.Map;

/// The columns of PostgreSQL's own catalogues that show values of tables, statements or secrets; all others are `none`.
/// The list is the resource `system-columns.txt`, and part of the reference documentation.
final class SystemColumns {
    static final SystemColumns LIST = new SystemColumns();

    private final Map<String, Category> categories = new HashMap<>();

    private SystemColumns() {
        for (String line : Resource.lines("system-columns.txt")) {
            int space = line.indexOf(' ');
            categories.put(line.substring(0, space), new Category(line.substring(space + 1)));
        }
    }

    Category of(ColumnName column) {
        return categories.getOrDefault(column.toString(), Category.NONE);
    }
}
