package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuessBudgetTest {
    private static final Identity ADA = People.ada().root();

    private final GuessBudget budget = new GuessBudget(3, BudgetLedger.MEMORY);
    private Instant now = People.NOON;

    @Test
    void aSecondLookAtTheSameValueCostsNothing() {
        assertThat(spend("a", "b", "c")).isTrue();
        assertThat(spend("a")).isTrue();
        assertThat(spend("c", "b")).isTrue();
        assertThat(spend("d")).isFalse();
    }

    @Test
    void whatExceedsTheBudgetIsNotCountedAtAll() {
        assertThat(spend("a", "b")).isTrue();
        assertThat(spend("c", "d")).isFalse();
        assertThat(spend("c")).isTrue();
    }

    @Test
    void anHourAfterTheFirstGuessTheBudgetIsNew() {
        assertThat(spend("a", "b", "c")).isTrue();
        now = now.plus(Duration.ofHours(1)).minusNanos(1);
        assertThat(spend("d")).isFalse();
        now = now.plusNanos(1);
        assertThat(spend("d", "e", "f")).isTrue();
    }

    @Test
    void eachPersonConnectionAndColumnHasItsOwn() {
        assertThat(spend("a", "b", "c")).isTrue();
        assertThat(budget.spend(new Identity("corp", "bob"), "shop", Statements.EMAIL, slices("d"), now))
                .isTrue();
        assertThat(budget.spend(ADA, "hr", Statements.EMAIL, slices("d"), now)).isTrue();
        assertThat(budget.spend(ADA, "shop", Statements.NOTE, slices("d"), now)).isTrue();
        assertThat(budget.spend(ADA, "shop", new ColumnName("public", "customers", "email"), slices("d"), now))
                .isFalse();
    }

    @Test
    void guessingByEqualityIsRefusedOnceTheBudgetIsSpentAcrossSessionsAndAgentsOfAPerson() {
        var gateway = new SmallGateway(allow("a"));
        for (String guess : new String[] {"a@x.de", "b@x.de", "c@x.de"}) {
            SessionTest.admitted(gateway.session().admit(Statements.asking(Form.EQUALITY, guess)));
        }
        var refusal =
                SessionTest.refused(gateway.session(People.agent()).admit(Statements.asking(Form.EQUALITY, "d@x.de")));
        assertThat(refusal.rule()).isEqualTo("predicate-on-masked");
        assertThat(gateway.recorder.calls).last().isEqualTo("decided deny WRITTEN");
        SessionTest.admitted(gateway.session().admit(Statements.asking(Form.EQUALITY, "b@x.de")));
        SessionTest.admitted(gateway.session().admit(Statements.asking(Form.NULL_TEST, "d@x.de")));
    }

    @Test
    void whereTheConnectionAllowsPredicatesNothingIsCounted() {
        var gateway = new SmallGateway(
                Connections.shop(Connection.Unclassified.MASK, Connection.Predicates.ALLOW, false), allow("a"));
        for (int i = 0; i < 10; i++) {
            SessionTest.admitted(gateway.session().admit(Statements.asking(Form.EQUALITY, "guess " + i)));
        }
    }

    private boolean spend(String... values) {
        return budget.spend(ADA, "shop", Statements.EMAIL, slices(values), now);
    }

    private static List<Slice> slices(String... values) {
        return Stream.of(values).map(Slice::utf8).toList();
    }
}
