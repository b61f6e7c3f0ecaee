package dev.gatehouse.http.mask;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.OutputColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the values at a path hold, as the configuration's `data:` section says.
///
/// @param subject whether such a value says whom the object around it is about
public record Field(FieldPath path, Category category, boolean subject) {
    /// The name of whatever nobody classified.
    public static final String REST = "*";

    /// What the core decides masks by: a column for each field in this order, the last for what nobody classified.
    public static List<OutputColumn> columns(List<Field> fields) {
        var columns = new ArrayList<OutputColumn>();
        for (Field field : fields) {
            columns.add(column(field.path().text(), field.category(), field.subject()));
        }
        columns.add(column(REST, Category.UNCLASSIFIED, false));
        return columns;
    }

    private static OutputColumn column(String name, Category category, boolean subject) {
        return new OutputColumn(name, List.of(), Set.of(category), true, 0, 0, subject);
    }
}
