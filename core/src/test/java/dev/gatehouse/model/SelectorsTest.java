package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorsTest {
    @ParameterizedTest
    @CsvSource({
        "group:engineering, true",
        "group:leads, false",
        "group:leads kind:person, true",
        "!kind:agent, true",
        "!kind:person, false",
        "!kind:agent !group:leads, true",
        "!kind:agent !group:engineering, false",
        "* !kind:person, false",
        "!kind:person *, false",
        "group:leads !kind:agent, false",
        "group:engineering !kind:agent, true",
    })
    void aListNeedsOnePositiveEntryIfAnyIsWrittenAndNoNegatedOneAgainst(String entries, boolean matches) {
        assertThat(list(entries.split(" ")).matches(People.ada())).isEqualTo(matches);
    }

    @Test
    void nobodyIsNobody() {
        assertThat(Selectors.NOBODY.matches(People.ada())).isFalse();
        assertThat(Selectors.NOBODY.matches(People.agent())).isFalse();
        assertThat(Selectors.EVERYONE.matches(People.agent())).isTrue();
    }

    /// Whoever reads a configuration makes [Selectors#NOBODY] of a list that was not written.
    @Test
    void aListWithoutAPositiveEntryMatchesWhomNoneNegates() {
        assertThat(new Selectors(List.of()).matches(People.ada())).isTrue();
    }

    private static Selectors list(String... texts) {
        return new Selectors(Stream.of(texts)
                .map(text -> Selector.parse(text, List.of("corp")).orElseThrow())
                .toList());
    }
}
