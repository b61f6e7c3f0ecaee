package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Classification.Classified;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.catalogue.Relation.Column;
import dev.gatehouse.sql.catalogue.Relation.Kind;
import dev.gatehouse.sql.catalogue.Routine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What partitions, parents, views and look-alikes hold.
class HoldingsTest {
    private static final int TEXT = 25;

    private final Relation people = table(1, "people", Kind.PARTITIONED, List.of());
    private final Relation part = table(2, "people_1", Kind.TABLE, List.of(1));
    private final Relation things = table(3, "things", Kind.TABLE, List.of());
    private final Relation secretThings = table(4, "secret_things", Kind.TABLE, List.of(3));
    private final Relation reviewed = table(5, "reviewed", Kind.VIEW, List.of());
    private final Relation ruled = new Relation(
            6,
            "public",
            "ruled",
            Kind.TABLE,
            List.of(new Column("name", 1, TEXT, false, false)),
            List.of(),
            true,
            false);
    private final Relation loose = table(7, "loose", Kind.TABLE, List.of());
    private final Relation strict = new Relation(
            8,
            "public",
            "strict",
            Kind.TABLE,
            List.of(new Column("name", 1, TEXT, false, false)),
            List.of(),
            false,
            true);
    private final Catalogue catalogue = new Catalogue(
            160_000,
            List.of("public", "pg_catalog"),
            List.of(people, part, things, secretThings, reviewed, ruled, loose, strict),
            List.of(),
            List.of(new Routine("public", "upper", 'v', "sql", false, false)),
            Map.of("public", Set.of("~~")),
            Set.of());
    private final Classification classification = column -> new Classified(
            new Category(
                    switch (column.table()) {
                        case "people" -> "identity.name";
                        case "secret_things" -> "credential";
                        case "people_1", "loose", "strict" -> "unclassified";
                        default -> "none";
                    }),
            false);

    private static Relation table(int oid, String name, Kind kind, List<Integer> parents) {
        return new Relation(
                oid, "public", name, kind, List.of(new Column("name", 1, TEXT, false, false)), parents, false, false);
    }

    private Understanding understand(String sql) {
        return Shop.ANALYSER.analyse(Slice.utf8(sql), Shop.SESSION, catalogue, classification);
    }

    private Set<Category> categories(String sql) {
        return understand(sql).outputs().getFirst().getFirst().categories();
    }

    @Test
    void aPartitionThatNobodyClassifiedHoldsWhatItsTableDoes() {
        assertThat(categories("SELECT name FROM people_1")).containsExactly(new Category("identity.name"));
    }

    @Test
    void readingAParentReadsItsChildrenToo() {
        assertThat(categories("SELECT name FROM things")).containsExactlyInAnyOrder(Category.NONE, Category.CREDENTIAL);
        assertThat(categories("SELECT name FROM ONLY things")).containsExactly(Category.NONE);
    }

    @Test
    void aViewMayBeReadOnceAllItsColumnsAreReviewed() {
        assertThat(understand("SELECT name FROM reviewed").facts().effect()).isEqualTo(Effect.READ);
    }

    @Test
    void aFunctionOrOperatorOfTheSameNameAsABuiltInOneIsNotTrusted() {
        assertThat(understand("SELECT upper(name) FROM things").facts().effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(understand("SELECT pg_catalog.upper(name) FROM things")
                        .facts()
                        .effect())
                .isEqualTo(Effect.READ);
        assertThat(understand("SELECT 1 FROM things WHERE name LIKE 'a'")
                        .facts()
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(understand("SELECT 1 FROM things WHERE name = 'a'").facts().effect())
                .isEqualTo(Effect.READ);
    }

    @Test
    void whatIsMaskedIsNotCopiedToWhereACheckWouldTellAboutIt() {
        assertThat(understand("INSERT INTO loose SELECT name FROM people WHERE name = 'a'")
                        .facts()
                        .problems())
                .isEmpty();
        assertThat(understand("INSERT INTO strict SELECT name FROM people WHERE name = 'a'")
                        .facts()
                        .problems())
                .singleElement()
                .asString()
                .contains("CHECK");
        assertThat(understand("INSERT INTO strict VALUES ('a')").facts().problems())
                .isEmpty();
        assertThat(understand("UPDATE strict SET name = lower(name) WHERE name = 'a'")
                        .facts()
                        .problems())
                .isEmpty();
    }

    @Test
    void writingToATableWithRulesIsNotUnderstood() {
        assertThat(understand("DELETE FROM ruled WHERE name = 'a'").facts().effect())
                .isEqualTo(Effect.UNKNOWN);
    }
}
