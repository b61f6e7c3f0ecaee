package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private static final List<String> ISSUERS = List.of("corp", "partner");

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "user:ada@example.com, true",
        "user:corp:ada@example.com, true",
        "user:partner:ada@example.com, false",
        "user:bob@example.com, false",
        "user:Ada@example.com, false",
        "group:engineering, true",
        "group:corp:engineering, true",
        "group:partner:engineering, false",
        "group:leads, false",
        "kind:person, true",
        "kind:agent, false",
        "kind:service, false",
        "!*, false",
        "!user:bob@example.com, true",
        "!group:engineering, false",
        "!kind:agent, true"
    })
    void everyFormMatchesWhomItNames(String text, boolean matches) {
        var selector = Selector.parse(text, ISSUERS).orElseThrow();
        assertThat(selector.matches(People.ada())).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!!*",
                "ada",
                "user",
                "user:",
                ":ada",
                "group:",
                "kind:",
                "kind:robot",
                "kind:Agent",
                "User:ada",
                "role:x",
                "user:corp:",
                "!user:corp:",
                "group:partner:",
                "kind:corp:agent",
                "**",
                " *"
            })
    void whatIsNoSelectorIsNotTakenForOne(String text) {
        assertThat(Selector.parse(text, ISSUERS)).isEmpty();
    }

    @Test
    void aColonInAnIdBelongsToTheIdWhereNoIssuerIsCalledSo() {
        assertThat(Selector.parse("user:a:b", ISSUERS)).contains(new Selector.User(new Identity("corp", "a:b")));
        assertThat(Selector.parse("user:system:sa:bot", ISSUERS))
                .contains(new Selector.User(new Identity("corp", "system:sa:bot")));
    }

    @Test
    void onlyTheFirstPartNamesTheIssuer() {
        assertThat(Selector.parse("user:partner:a:b", ISSUERS))
                .contains(new Selector.User(new Identity("partner", "a:b")));
        assertThat(Selector.parse("user::b", ISSUERS)).contains(new Selector.User(new Identity("corp", ":b")));
    }

    @Test
    void theShortFormMeansTheFirstIssuer() {
        assertThat(Selector.parse("group:leads", ISSUERS)).contains(new Selector.InGroup(new Group("corp", "leads")));
        assertThat(Selector.parse("group:leads", List.of("partner", "corp")))
                .contains(new Selector.InGroup(new Group("partner", "leads")));
    }
}
