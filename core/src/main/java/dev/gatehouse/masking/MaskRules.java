package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.Set;

/// The lines of `masking:` in file order. First match of who, connection and category decides; no match redacts.
public record MaskRules(List<MaskRule> rules) {
    public MaskRules {
        rules = List.copyOf(rules);
    }

    /// How a value of `category` is shown to `principal`. Values of `none` are always clear; `unclassified` is clear
    /// where the connection says `none`, and where it says `scan` the detectors answer instead of this method.
    public Method of(Principal principal, Connection connection, Category category) {
        if (category.equals(Category.NONE)) {
            return Method.CLEAR;
        }
        if (category.equals(Category.UNCLASSIFIED) && connection.unclassified() == Connection.Unclassified.NONE) {
            return Method.CLEAR;
        }
        for (MaskRule rule : rules) {
            if (rule.matches(principal, connection, category)) {
                return rule.with();
            }
        }
        return Method.REDACT;
    }

    /// How one column of an answer is shown. A value computed from a source could be unrolled piece by piece through a
    /// partial mask or a pseudonym, so unless all its sources are clear it is redacted.
    public ColumnMask of(Principal principal, Connection connection, OutputColumn column) {
        Set<Category> categories = column.categories();
        var method = Method.CLEAR;
        for (Category category : categories) {
            method = method.strictest(of(principal, connection, category));
        }
        if (method != Method.CLEAR && !column.plain()) {
            method = Method.REDACT;
        }
        boolean scan = method != Method.CLEAR
                && column.plain()
                && categories.equals(Set.of(Category.UNCLASSIFIED))
                && connection.unclassified() == Connection.Unclassified.SCAN;
        return new ColumnMask(column.name(), categories, method, scan, column.subject());
    }
}
