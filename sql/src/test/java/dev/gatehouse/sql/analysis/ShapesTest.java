package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT 1                                   | SELECT $1                              | 1
            SELECT -5, .5, 1e-3, 0x1F                  | SELECT -$1, $2, $3, $4                 | 5;.5;1e-3;0x1F
            SELECT 'a''b', E'a\\'b', U&'\\0041', B'01' | SELECT $1, $2, $3, $4                  | 'a''b';E'a\\'b';U&'\\0041';B'01'
            SELECT $q$it's$q$, $$x$$                   | SELECT $1, $2                          | $q$it's$q$;$$x$$
            SELECT "a'b" FROM (SELECT 1 AS "a'b") t    | SELECT "a'b" FROM (SELECT $1 AS "a'b") t | 1
            SELECT $2 = 5, $1                          | SELECT $2 = $3, $1                     | 5
            SELECT true, NULL                          | SELECT true, NULL                      | ``
            CREATE ROLE x PASSWORD 'secret'            | CREATE ROLE x PASSWORD $1              | 'secret'
            SELECT 1/* jane@x.com /* */ */+2           | SELECT $1 +$2                          | 1;/* jane@x.com /* */ */;2
            SELECT x1, a2b FROM (SELECT 3 AS x1, 4 AS a2b) t9 | SELECT x1, a2b FROM (SELECT $1 AS x1, $2 AS a2b) t9 | 3;4
            """)
    void constantsAreTakenOutOfTheShape(String sql, String shape, String literals) {
        var found = Shop.understand(sql).shape();

        assertThat(found.text()).isEqualTo(shape);
        assertThat(String.join(";", found.literals().stream().map(Slice::utf8).toList()))
                .isEqualTo(literals);
    }

    @Test
    void aTextThatIsNotSqlIsAllLiteral() {
        var shape = Shop.understand("SELEC 'jane@example.com'").shape();

        assertThat(shape.text()).startsWith("sha256:").doesNotContain("jane");
        assertThat(shape.literals()).isEqualTo(List.of(Slice.utf8("SELEC 'jane@example.com'")));
    }

    @Test
    void textsThatDifferInConstantsOnlyHaveOneShape() {
        var one = Shop.understand("SELECT * FROM customers WHERE email = 'a' LIMIT 5")
                .shape();
        var other = Shop.understand("SELECT * FROM customers WHERE email = 'bb' LIMIT 17")
                .shape();

        assertThat(one.text()).isEqualTo(other.text());
    }
}
