package dev.gatehouse.masking;

import dev.gatehouse.detection.Detection;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Principal;
import java.util.HashMap;
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
    /// partial mask or a pseudonym, so unless all its sources are clear it is redacted, NULL included: whether a
    /// pattern matched or a key was there is a comparison, too.
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
        if (categories.equals(Set.of(Category.FREE_TEXT)) && method != Method.CLEAR && column.plain()) {
            scan = true;
        }
        return new ColumnMask(
                column.name(),
                categories,
                method,
                scan,
                column.subject(),
                inside(principal, connection, column, method, scan),
                method != Method.CLEAR && !column.plain());
    }

    /// What else may turn up in the values of a column that are shown: a card number among notes gets both masks.
    private Inside inside(
            Principal principal, Connection connection, OutputColumn column, Method method, boolean scan) {
        boolean lookedInto = method == Method.CLEAR
                && !column.categories().isEmpty()
                && !column.categories().equals(Set.of(Category.NONE))
                && (!column.categories().contains(Category.UNCLASSIFIED)
                        || connection.unclassified() != Connection.Unclassified.NONE);
        if (!scan && !lookedInto) {
            return Inside.NOTHING;
        }
        var methods = new HashMap<Category, Method>();
        for (Category category : Detection.CATEGORIES) {
            Method shown = column.categories().contains(category) ? Method.CLEAR : of(principal, connection, category);
            if (shown != Method.CLEAR) {
                methods.put(category, shown);
            }
        }
        return new Inside(column.sources().stream().findFirst(), methods);
    }
}
