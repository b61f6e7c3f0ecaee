package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnCategoriesTest {
    private final ColumnCategories categories = new ColumnCategories(Map.of(
            "patients.*", held("health"),
            "*.email", held("contact.email"),
            "archive.patients.*", held("free-text"),
            "patients.id", held("none"),
            "archive.patients.id", held("identity.document"),
            "customers.email", new DataSettings.Held("username", true)));

    private static DataSettings.Held held(String category) {
        return new DataSettings.Held(category, false);
    }

    private String of(String schema, String table, String column) {
        return categories.of(new ColumnName(schema, table, column)).category().name();
    }

    @Test
    void aGlobCoversWhatIsNotNamed() {
        assertThat(of("public", "patients", "diagnosis")).isEqualTo("health");
    }

    @Test
    void anExactNameBeatsAGlob() {
        assertThat(of("public", "patients", "id")).isEqualTo("none");
        assertThat(of("public", "customers", "email")).isEqualTo("username");
    }

    @Test
    void anExactColumnNameBeatsAGlobOfColumns() {
        assertThat(of("public", "patients", "email")).isEqualTo("contact.email");
    }

    @Test
    void anExactNameBeatsASchemaQualifiedGlobAndASchemaQualifiedNameBeatsBoth() {
        assertThat(of("archive", "patients", "diagnosis")).isEqualTo("free-text");
        assertThat(of("archive", "patients", "id")).isEqualTo("identity.document");
    }

    @Test
    void whateverNothingSaysIsUnclassified() {
        assertThat(of("public", "orders", "id")).isEqualTo(Category.UNCLASSIFIED.name());
        assertThat(of("public", "Patients", "diagnosis")).isEqualTo(Category.UNCLASSIFIED.name());
    }

    @Test
    void aSubjectIsMarked() {
        assertThat(categories.of(new ColumnName("public", "customers", "email")).subject())
                .isTrue();
    }
}
