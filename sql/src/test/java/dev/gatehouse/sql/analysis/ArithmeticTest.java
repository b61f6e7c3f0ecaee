package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.OutputColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arithmetic on masked values: its result is masked; where it could be made to fail it is a comparison.
class ArithmeticTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "birth_date + interval '18 years'",
                "birth_date - '3 days'::interval",
                "birth_date + 30",
                "current_date - birth_date",
                "now() - birth_date",
                "age(birth_date)",
                "extract(year from age(birth_date))"
            })
    void whatCannotFailIsNoCondition(String expression) {
        var understood = Shop.understand("SELECT " + expression + " AS x FROM customers WHERE id = 1");

        assertThat(understood.facts().problems()).isEmpty();
        assertThat(understood.facts().predicates()).isEmpty();
        assertThat(understood.outputs().getFirst())
                .flatExtracting(OutputColumn::sources)
                .containsExactly(new ColumnName("public", "customers", "birth_date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "birth_date + interval '290000 years'",
                "birth_date + 2145000000",
                "birth_date + visits",
                "birth_date - $1::interval",
                "birth_date - (SELECT date '1980-01-01')",
                "1 / (birth_date - date '1980-01-01')",
                "birth_date::timestamp + interval '1 year'"
            })
    void whatCouldFailIs(String expression) {
        var understood = Shop.understand("SELECT " + expression + " AS x FROM customers WHERE id = 1");

        assertThat(understood.facts().predicates()).isNotEmpty();
    }
}
