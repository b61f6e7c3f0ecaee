package dev.gatehouse.policy;

import static dev.gatehouse.policy.PolicyTest.outcome;
import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.approval;
import static dev.gatehouse.policy.Rules.condition;
import static dev.gatehouse.policy.Rules.deny;
import static dev.gatehouse.policy.Rules.shadow;
import static dev.gatehouse.policy.Rules.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.MaskRule;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Connection.Predicates;
import dev.gatehouse.model.Connection.Unclassified;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Statements;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When in doubt, no: an allow rule for everything stands beside each of these refusals and lifts none of them.
class BuiltInTest {
    private static final Rule ANYTHING = allow("anything");
    private static final Purpose SUPPORT = new Purpose("support", "6(1)(b)", List.of(new Glob("contact.*")));
    private static final Purpose AUDIT = new Purpose("audit", "6(1)(c)", List.of(new Glob("health")));

    @Test
    void whatIsNotUnderstoodIsRefusedWithItsReason() {
        var decision = decide(Connections.shop(), Statements.notUnderstood("A function nobody knows."), ANYTHING);
        assertThat(outcome(decision)).isEqualTo("deny not-understood");
        assertThat(decision.verdicts().getFirst().because()).contains("A function nobody knows.");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, EQUALITY, deny predicate-on-masked",
        "REFUSE, OTHER, deny predicate-on-masked",
        "REFUSE, NULL_TEST, allow []",
        "EQUALITY, EQUALITY, allow []",
        "EQUALITY, OTHER, deny predicate-on-masked",
        "EQUALITY, JOIN, allow []",
        "EQUALITY, NULL_TEST, allow []",
        "ALLOW, EQUALITY, allow []",
        "ALLOW, OTHER, allow []"
    })
    void aPredicateOnAMaskedColumnTellsNothing(Predicates allowed, Form form, String outcome) {
        var connection = Connections.shop(Unclassified.MASK, allowed, false);
        assertThat(outcome(decide(connection, Statements.asking(form, "x"), ANYTHING)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"CLEAR, allow []", "PARTIAL, deny predicate-on-masked", "PSEUDONYM, deny predicate-on-masked"})
    void whoSeesTheValueMayAskAboutIt(Method shown, String outcome) {
        var masks = new MaskRules(
                List.of(new MaskRule(Connection.Pattern.ANY, Selectors.EVERYONE, new Glob("contact.email"), shown)));
        var builtIn = new BuiltIn(masks, List.of(), new MaskTraces());
        var connection = Connections.shop(Unclassified.MASK, Predicates.REFUSE, false);
        assertThat(outcome(decide(builtIn, connection, Optional.empty(), Statements.asking(Form.OTHER), ANYTHING)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"j***@e***.com", "[redacted]", "name~7f3k9q2mwx4t", "***4242", "note: j***@e***.com"})
    void aMaskThatComesBackInAWriteIsRefused(String literal) {
        assertThat(outcome(decide(Connections.shop(), Statements.writing("7", literal), ANYTHING)))
                .isEqualTo("deny mask-in-write");
        assertThat(outcome(decide(Connections.shop(), Statements.asking(Form.EQUALITY, literal), ANYTHING)))
                .as("no row holds it")
                .isEqualTo("deny predicate-on-masked");
        assertThat(outcome(decide(Connections.shop(), Statements.asking(Form.NULL_TEST, literal), ANYTHING)))
                .as("a read stores nothing")
                .isEqualTo("allow []");
    }

    @Test
    void anOrdinaryWriteHasNoMaskInIt() {
        assertThat(outcome(decide(Connections.shop(), Statements.writing("jane@example.com", "***"), ANYTHING)))
                .isEqualTo("allow []");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "false, -, allow []",
                "true, -, deny wrong-purpose",
                "true, support, allow []",
                "false, support, allow []",
                "false, curiosity, deny wrong-purpose",
                "true, audit, deny wrong-purpose",
                "false, audit, deny wrong-purpose",
                "false, Support, deny wrong-purpose",
                "false, '', deny wrong-purpose"
            })
    void aPurposeMustBeKnownAndCoverWhatIsRead(
            boolean required, @org.jspecify.annotations.Nullable String stated, String outcome) {
        var connection = Connections.shop(Unclassified.MASK, Predicates.EQUALITY, required);
        assertThat(outcome(
                        decide(builtIn(), connection, Optional.ofNullable(stated), Statements.readsEmail(), ANYTHING)))
                .isEqualTo(outcome);
    }

    @Test
    void aPurposeSaysNothingAboutWhatIsNotPersonal() {
        assertThat(outcome(decide(
                        builtIn(), Connections.shop(), Optional.of("audit"), Statements.acting(Effect.READ), ANYTHING)))
                .isEqualTo("allow []");
    }

    @Test
    void onlyAnAllowRuleThatNamesItLetsACredentialBeMinted() {
        var names = condition(true, Facts::mintsCredential);
        var minting = Statements.mintingCredential();
        var shop = Connections.shop();
        assertThat(outcome(decide(shop, minting, ANYTHING))).isEqualTo("deny mints-credential");
        assertThat(outcome(decide(shop, minting, when(allow("minting"), names))))
                .isEqualTo("allow []");
        assertThat(outcome(decide(shop, minting, ANYTHING, when(shadow(allow("minting")), names))))
                .isEqualTo("deny mints-credential");
        assertThat(outcome(decide(shop, minting, ANYTHING, when(approval("minting"), names))))
                .isEqualTo("deny mints-credential");
        assertThat(outcome(decide(shop, minting, ANYTHING, when(allow("not this"), condition(true, _ -> false)))))
                .isEqualTo("deny mints-credential");
        assertThat(outcome(decide(shop, minting, deny("d"), when(allow("minting"), names))))
                .isEqualTo("deny d");
    }

    private static BuiltIn builtIn() {
        return new BuiltIn(new MaskRules(List.of()), List.of(SUPPORT, AUDIT), new MaskTraces());
    }

    private static Decision decide(Connection connection, Operation operation, Rule... rules) {
        return decide(builtIn(), connection, Optional.empty(), operation, rules);
    }

    private static Decision decide(
            BuiltIn builtIn, Connection connection, Optional<String> purpose, Operation operation, Rule... rules) {
        return new Policy(List.of(rules), builtIn)
                .decide(new Facts(People.ada(), connection, operation, purpose, People.NOON, "192.0.2.1"));
    }
}
