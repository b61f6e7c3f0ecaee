package dev.gatehouse.server.live;

import dev.gatehouse.model.Category;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a column's name says of what no value shows: health, beliefs, origin, pay, places. Beginnings of words in the
/// commoner European languages.
final class SensitiveNames {
    private static final Map<Category, Pattern> BY_CATEGORY = byCategory();

    private SensitiveNames() {}

    private static Map<Category, Pattern> byCategory() {
        var by = new LinkedHashMap<Category, Pattern>();
        by.put(
                new Category("health"),
                words(
                        "diagnos|medicat|medikament|medicament|medicin|blood(group|type)?|blutgruppe|allerg|krankh|maladie"
                                + "|enfermedad|malattia|choroba|nemoc|betegseg|boala|sairaus|sygdom|sjukdom|sykdom|disabilit"
                                + "|behinderung|handicap|symptom|therap|vaccin|impf|icd|befund|prescription|rezept|διαγνωσ|диагноз"));
        by.put(
                new Category("identity.profile"),
                words("religio|konfession|ethnic|ethnie|nationalit|staatsangeh|gender|geschlecht|sexe?$|sexo|sesso|plec"
                        + "|pohlavi|marital|familienstand|salary|gehalt|lohn|salaire|salario|stipendio|wynagrodz|politic"
                        + "|gewerkschaft|syndicat|sexualorient|orientation"));
        by.put(new Category("location"), words("latitude|longitude|gps|geoloc|geopos|standort|koordinat|coordinat"));
        return by;
    }

    private static Pattern words(String beginnings) {
        return Pattern.compile("(^|_)(" + beginnings + ")");
    }

    static Optional<Category> category(String column) {
        String snake = Normalizer.normalize(column.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .toLowerCase(Locale.ROOT);
        return BY_CATEGORY.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(snake).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
