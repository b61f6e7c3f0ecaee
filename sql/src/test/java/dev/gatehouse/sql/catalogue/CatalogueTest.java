package dev.gatehouse.sql.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final int TEXT = 25;
    private static final int INT = 23;
    private static final int BIG_OID = Integer.parseUnsignedInt("4000000000");

    private final Relation.Column id = new Relation.Column("id", 1, INT, true, false);
    private final Relation parent =
            new Relation(10, "public", "events", Relation.Kind.PARTITIONED, List.of(id), List.of(), false, true);
    private final Relation child =
            new Relation(BIG_OID, "public", "events_1", Relation.Kind.TABLE, List.of(id), List.of(10), true, false);
    private final Catalogue catalogue = new Catalogue(
            150_014,
            List.of("pg_catalog", "public"),
            List.of(parent, child),
            List.of(
                    new Type(100, "public", "mood", 'e', 0, 0, false),
                    new Type(101, "public", "_mood", 'b', 100, 0, false),
                    new Type(102, "public", "sku", 'd', 0, TEXT, false),
                    new Type(103, "public", "amount", 'd', 0, INT, false),
                    new Type(104, "public", "citext", 'b', 0, 0, true)),
            List.of(new Routine("public", "shout", 'v', "sql", false, false)),
            Map.of("public", Set.of("===")),
            Set.of(104));

    @Test
    void partitionsAreChildrenOfTheirTable() {
        assertThat(catalogue.children(parent)).containsExactly(child);
        assertThat(catalogue.children(child)).isEmpty();
        assertThat(catalogue.relation("public", "events_1")).hasValue(child);
        assertThat(catalogue.relation("other", "events")).isEmpty();
    }

    @Test
    void typesThatSayNothingAboutAPersonDoSoAsArraysAndDomainsToo() {
        assertThat(catalogue.telling(INT)).isFalse();
        assertThat(catalogue.telling(TEXT)).isTrue();
        assertThat(catalogue.telling(1082)).as("date").isTrue();
        assertThat(catalogue.telling(100)).as("enum").isFalse();
        assertThat(catalogue.telling(101)).as("array of enum").isFalse();
        assertThat(catalogue.telling(102)).as("domain over text").isTrue();
        assertThat(catalogue.telling(103)).as("domain over int").isFalse();
        assertThat(catalogue.telling(104)).as("citext").isTrue();
        assertThat(catalogue.telling(999)).as("nobody knows").isTrue();
    }

    @Test
    void aSavedCatalogueIsTheSameWhenLoaded() {
        var loaded = CatalogueJson.read(CatalogueJson.write(catalogue));

        assertThat(loaded.serverVersion()).isEqualTo(150_014);
        assertThat(loaded.schemas()).isEqualTo(catalogue.schemas());
        assertThat(loaded.relations()).containsExactlyInAnyOrderElementsOf(catalogue.relations());
        assertThat(loaded.types()).containsExactlyInAnyOrderElementsOf(catalogue.types());
        assertThat(loaded.routines()).isEqualTo(catalogue.routines());
        assertThat(loaded.hasOperator("public", "===")).isTrue();
        assertThat(loaded.castsByFunction(104)).isTrue();
    }

    @Test
    void whatIsNoSavedCatalogueIsRefusedInWords() {
        for (String wrong : List.of("", "[]", "{\"NOSUCH\":[]}", "{\"VERSION\":[[\"x\"]]}", "{}")) {
            assertThatThrownBy(() -> CatalogueJson.read(wrong.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not a saved catalogue");
        }
    }

    @Test
    void rowsThatDoNotFitAreABug() {
        var builder = new CatalogueBuilder().rows(CatalogueQueries.VERSION, List.of(List.of("15")));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
    }
}
