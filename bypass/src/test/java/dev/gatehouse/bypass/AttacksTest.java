package dev.gatehouse.bypass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttacksTest {
    private static final Place PLACE = new Place("customers", "id", "7", "email", "segment");

    @Test
    void anAttackHasItsGroupFlagsPreparationsAndStatements() {
        var attacks = Attacks.read("""
                # a comment
                = first group
                + one
                SELECT 1
                  FROM x
                + two write bounded
                ! CREATE VIEW v
                BEGIN
                ---
                SELECT 2
                """);
        assertThat(attacks)
                .containsExactly(
                        new Attack("first group", "one", false, false, List.of(), List.of("SELECT 1\n  FROM x")),
                        new Attack(
                                "first group",
                                "two",
                                true,
                                true,
                                List.of("CREATE VIEW v"),
                                List.of("BEGIN", "SELECT 2")));
    }

    @Test
    void aNameStandsForOneAttackOnly() {
        assertThatThrownBy(() -> Attacks.read("+ a\nSELECT 1\n+ a\nSELECT 2")).hasMessageContaining("twice");
        assertThatThrownBy(() -> Attacks.read("+ a\n+ b\nSELECT 2")).hasMessageContaining("asks nothing");
    }

    @Test
    void thePublishedAttacksAreManyAndEachPlaceholderIsKnown() {
        var attacks = Attacks.published();
        assertThat(attacks).hasSizeGreaterThan(300);
        assertThat(attacks)
                .allSatisfy(attack -> attack.statements()
                        .forEach(statement -> assertThat(PLACE.fill(statement, Canaries.EMAIL))
                                .doesNotContainPattern("\\{[a-z]+\\}")));
    }
}
