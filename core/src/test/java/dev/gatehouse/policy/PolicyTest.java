package dev.gatehouse.policy;

import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.approval;
import static dev.gatehouse.policy.Rules.condition;
import static dev.gatehouse.policy.Rules.deny;
import static dev.gatehouse.policy.Rules.on;
import static dev.gatehouse.policy.Rules.rowLimit;
import static dev.gatehouse.policy.Rules.shadow;
import static dev.gatehouse.policy.Rules.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Statements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
    private static final Operation READ = Statements.acting(Effect.READ);

    @ParameterizedTest(name = "{0}")
    @MethodSource("votes")
    void votesAreWeighed(String name, List<Rule> rules, String outcome) {
        assertThat(outcome(decide(rules, READ))).isEqualTo(outcome);
    }

    static Stream<Arguments> votes() {
        return Stream.of(
                Arguments.of("no rule", List.of(), "deny default-deny"),
                Arguments.of("an allow", List.of(allow("a")), "allow []"),
                Arguments.of("deny after allow", List.of(allow("a"), deny("d")), "deny d"),
                Arguments.of("deny before allow", List.of(deny("d"), allow("a")), "deny d"),
                Arguments.of("the first of two denials", List.of(allow("a"), deny("d"), deny("e")), "deny d"),
                Arguments.of("deny over approval", List.of(approval("p"), deny("d")), "deny d"),
                Arguments.of("an approval alone", List.of(approval("p")), "hold [p] []"),
                Arguments.of("an approval beside an allow", List.of(allow("a"), approval("p")), "hold [p] []"),
                Arguments.of("several approvals", List.of(approval("p"), approval("q")), "hold [p, q] []"),
                Arguments.of("a limit on an allow", List.of(allow("a"), rowLimit("l", 5)), "allow [l]"),
                Arguments.of("a limit is no allow", List.of(rowLimit("l", 5)), "deny default-deny"),
                Arguments.of("a limit on an approval", List.of(rowLimit("l", 5), approval("p")), "hold [p] [l]"),
                Arguments.of("several limits", List.of(rowLimit("l", 5), allow("a"), rowLimit("m", 6)), "allow [l, m]"),
                Arguments.of("a shadow allow", List.of(shadow(allow("a"))), "deny default-deny"),
                Arguments.of("a shadow deny", List.of(allow("a"), shadow(deny("d"))), "allow []"),
                Arguments.of("a shadow approval", List.of(allow("a"), shadow(approval("p"))), "allow []"),
                Arguments.of("a shadow limit", List.of(allow("a"), shadow(rowLimit("l", 5))), "allow []"));
    }

    @Test
    void everyVoteIsReportedInFileOrderShadowsIncluded() {
        var decision = decide(List.of(allow("a"), shadow(deny("s")), approval("p"), rowLimit("l", 5)), READ);
        assertThat(decision.verdicts()).extracting(Verdict::rule).containsExactly("a", "s", "p", "l");
        assertThat(decision.verdicts()).extracting(Verdict::shadow).containsExactly(false, true, false, false);
        assertThat(decide(List.of(shadow(allow("a"))), READ).verdicts())
                .extracting(Verdict::rule)
                .containsExactly("a", "default-deny");
    }

    @Test
    void builtInRefusalsStandBeforeConfiguredOnes() {
        var decision = decide(List.of(deny("d")), Statements.notUnderstood("What is this?"));
        assertThat(outcome(decision)).isEqualTo("deny not-understood");
        assertThat(decision.verdicts()).extracting(Verdict::rule).containsExactly("not-understood", "d");
    }

    @Test
    void aRuleSaysNothingAboutOthersThanItConcerns() {
        var elsewhere = on(deny("elsewhere"), new Connection.Pattern("hr"), Selectors.EVERYONE);
        var others = on(deny("others"), Connection.Pattern.ANY, Selectors.NOBODY);
        var labelled = on(allow("live"), new Connection.Pattern("label:stage=live"), Selectors.EVERYONE);
        var notLabelled = on(deny("test"), new Connection.Pattern("label:stage=test"), Selectors.EVERYONE);
        assertThat(decide(List.of(elsewhere, others, labelled, notLabelled), READ)
                        .verdicts())
                .extracting(Verdict::rule)
                .containsExactly("live");
    }

    @Test
    void aRuleThatThrowsDenies() {
        var throwing = when(allow("broken"), condition(false, _ -> {
            throw new IllegalStateException("no such key");
        }));
        assertThat(outcome(decide(List.of(allow("a"), throwing), READ))).isEqualTo("deny broken");
    }

    @Test
    void aRuleThatExhaustsTheStackDenies() {
        var endless = when(approval("endless"), condition(false, PolicyTest::endless));
        assertThat(outcome(decide(List.of(allow("a"), endless), READ))).isEqualTo("deny endless");
    }

    @Test
    void aShadowRuleThatThrowsCountsForNothing() {
        var throwing = when(shadow(allow("broken")), condition(false, _ -> {
            throw new IllegalStateException("no such key");
        }));
        var decision = decide(List.of(allow("a"), throwing), READ);
        assertThat(outcome(decision)).isEqualTo("allow []");
        assertThat(decision.verdicts().getLast().vote()).isEqualTo(Verdict.Vote.DENY);
    }

    @Test
    void aRuleWhoseConditionDoesNotHoldHasNoVote() {
        assertThat(decide(List.of(when(deny("d"), condition(false, _ -> false)), allow("a")), READ)
                        .verdicts())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Operation.Own.Purpose.class)
    void whatTheGatewayOwesEveryClientNeedsNoRule(Operation.Own.Purpose purpose) {
        var decision = decide(List.of(deny("d")), Statements.own(purpose));
        assertThat(outcome(decision)).isEqualTo("allow []");
        assertThat(decision.verdicts()).extracting(Verdict::rule).containsExactly("gateway-own");
    }

    /// `allow []`, `deny RULE` or `hold [ASKING] [LIMITS]`.
    static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Allow(var _, var limits) -> "allow " + names(limits);
            case Decision.Deny(var _, var refusing) -> "deny " + refusing.rule();
            case Decision.Hold(var _, var asking, var limits) -> "hold " + names(asking) + " " + names(limits);
        };
    }

    private static List<String> names(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::rule).toList();
    }

    private static Decision decide(List<Rule> rules, Operation operation) {
        var builtIn = new BuiltIn(new MaskRules(List.of()), List.of(), new MaskTraces());
        return new Policy(rules, builtIn)
                .decide(new Facts(
                        People.ada(), Connections.shop(), operation, Optional.empty(), People.NOON, "192.0.2.1"));
    }

    @SuppressWarnings({"InfiniteRecursion", "IdentityBinaryExpression"})
    private static boolean endless(Facts facts) {
        return !endless(facts);
    }
}
