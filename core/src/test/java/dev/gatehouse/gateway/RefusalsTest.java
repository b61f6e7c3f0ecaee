package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Statements;
import dev.gatehouse.policy.Rule;
import dev.gatehouse.policy.Verdict;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Id SESSION = new Id(0, 1);
    private static final Id OPERATION = new Id(0, 2);

    @Test
    void aRefusalNamesRuleSessionAndOperation() {
        assertThat(refusal("d", Optional.of("No.")).detail())
                .isEqualTo("rule=d session=00000000000000000000000001 operation=00000000000000000000000002");
    }

    @Test
    void aRuleWithoutReasonGetsAStockSentence() {
        assertThat(refusal("d", Optional.of("No.")).message()).isEqualTo("No.");
        assertThat(refusal("d", Optional.empty()).message()).isEqualTo("The rule \"d\" does not allow this.");
    }

    @Test
    void everyBuiltInRefusalSaysWhatToDo() {
        var hints = new HashSet<String>();
        for (String rule : new String[] {
            "default-deny",
            "not-understood",
            "predicate-on-masked",
            "mask-in-write",
            "wrong-purpose",
            "mints-credential",
            "any"
        }) {
            assertThat(hints.add(refusal(rule, Optional.empty()).hint()))
                    .as(rule)
                    .isTrue();
        }
        assertThat(hints).allSatisfy(hint -> assertThat(hint).endsWith("."));
    }

    @Test
    void theFirstRefusingRuleInFileOrderSpeaks() {
        var session = new SmallGateway(allow("a"), deny("first"), deny("second")).session();
        assertThat(SessionTest.refused(session.admit(Statements.readsEmail())).message())
                .isEqualTo("because of first");
        Rule[] none = {};
        assertThat(SessionTest.refused(new SmallGateway(none).session().admit(Statements.readsEmail()))
                        .message())
                .isEqualTo("No rule allows this.");
    }

    @Test
    void aLimitWithoutReasonNamesItsThreshold() {
        var limit = new Verdict("l", Verdict.Vote.LIMIT, false, Optional.empty(), Optional.empty());
        assertThat(Refusals.limit(limit, SESSION, OPERATION).message()).isEqualTo("More than 0 rows need an approval.");
    }

    private static Refusal refusal(String rule, Optional<String> because) {
        var verdict = new Verdict(rule, Verdict.Vote.DENY, false, because, Optional.empty());
        return Refusals.of(verdict, Statements.readsEmail(), SESSION, OPERATION);
    }
}
