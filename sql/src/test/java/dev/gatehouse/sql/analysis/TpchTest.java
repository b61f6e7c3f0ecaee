package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Predicate;
import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.catalogue.CatalogueJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// TPC-H's 22 queries where customers' names and addresses are personal: none is refused, nothing else is masked.
class TpchTest {
    private static final Classification PEOPLE = column -> new Classification.Classified(
            new Category(
                    switch (column.column()) {
                        case "c_name" -> "identity.name";
                        case "c_address" -> "contact.address";
                        default -> "none";
                    }),
            false);

    @Test
    void noneIsRefusedAndOnlyPersonalColumnsAreMasked() {
        var catalogue = CatalogueJson.read(Shop.resource("tpch-catalogue.json"));
        List<String> queries =
                Arrays.asList(new String(Shop.resource("tpch.sql"), StandardCharsets.UTF_8).split("\n;;\n"));

        assertThat(queries).hasSize(22).allSatisfy(sql -> {
            var understood = Shop.ANALYSER.analyse(Slice.utf8(sql), Shop.SESSION, catalogue, PEOPLE);

            assertThat(understood.facts().problems()).as(sql).isEmpty();
            assertThat(understood.facts().effect()).isEqualTo(Effect.READ);
            assertThat(understood.facts().predicates().stream().map(Predicate::form))
                    .as(sql)
                    .doesNotContain(Predicate.Form.OTHER);
            for (OutputColumn column : understood.outputs().getFirst()) {
                boolean personal = List.of("c_name", "c_address").contains(column.name());
                assertThat(column.categories().stream().anyMatch(Category::personal))
                        .as(column.name())
                        .isEqualTo(personal);
                assertThat(column.plain() || !personal).isTrue();
            }
        });
    }
}
