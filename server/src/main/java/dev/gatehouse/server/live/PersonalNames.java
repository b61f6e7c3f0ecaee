package dev.gatehouse.server.live;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Columns whose names sound personal in one of the commoner European languages. A hint for whoever writes the
/// configuration; nothing is masked or shown because of it.
record PersonalNames(Catalogue catalogue, Classification classification) {
    private static final Pattern PERSONAL = Pattern.compile("(^|_)("
            + "e?mail|correo|courriel|phone|mobile|telefon|telefono|tel|fax"
            + "|first_?name|last_?name|full_?name|surname|given_?name|maiden|vorname|nachname|nom|prenom|nombre|apellidos?"
            + "|cognome|birth_?(date|day|place)?|dob|geburtsdatum|naissance|nacimiento|nascita"
            + "|address|street|zip(_?code)?|post_?code|postal_?code|adresse|strasse|plz|direccion|indirizzo"
            + "|iban|bic|card_?(number|no)|pan|cvv|account_?(number|no)|kontonummer"
            + "|ssn|national_?id|tax_?id|passport|id_?card|nif|dni|pesel|bsn|personnummer|steuer_?id"
            + "|diagnos(is|e)|medication|blood_?type|religion|ethnicity|gender|salary"
            + "|password|passwd|secret|token|api_?key|ip(_?address)?|user_?agent)(_|$)");

    List<String> unclassified() {
        var found = new ArrayList<String>();
        for (Relation relation : catalogue.relations()) {
            if (!relation.system() && relation.kind().ordinary()) {
                for (Relation.Column column : relation.columns()) {
                    var name = new ColumnName(relation.schema(), relation.name(), column.name());
                    if (classification.of(name).category().equals(Category.UNCLASSIFIED) && sounds(column.name())) {
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
        return PERSONAL.matcher(snake).find();
    }
}
