package dev.gatehouse.server.live;

import dev.gatehouse.detection.Columns;
import dev.gatehouse.detection.Detection;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Columns whose names sound personal to the detectors, in 25 languages, or as what no detector knows: a diagnosis. A
/// hint for whoever writes the
/// configuration; nothing is masked or shown because of it.
record PersonalNames(Catalogue catalogue, Classification classification) {
    private static final Pattern PERSONAL = Pattern.compile("(^|_)(birth_?place|maiden"
            + "|zip(_?code)?|post_?code|postal_?code|plz|bic|account_?(number|no)|user_?agent)(_|$)");

    List<String> unclassified() {
        var found = new ArrayList<String>();
        Columns columns = new Detection().finder().columns();
        for (Relation relation : catalogue.relations()) {
            if (!relation.system() && relation.kind().ordinary()) {
                for (Relation.Column column : relation.columns()) {
                    var name = new ColumnName(relation.schema(), relation.name(), column.name());
                    boolean personal = sounds(column.name())
                            || columns.of(relation.name(), column.name(), "").looksPersonal();
                    if (classification.of(name).category().equals(Category.UNCLASSIFIED) && personal) {
                        found.add(name.toString());
                    }
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static boolean sounds(String column) {
        String snake = column.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return PERSONAL.matcher(snake).find() || SensitiveNames.category(column).isPresent();
    }
}
