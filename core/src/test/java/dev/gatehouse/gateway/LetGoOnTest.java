package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.approval;
import static dev.gatehouse.policy.Rules.deny;
import static dev.gatehouse.policy.Rules.rowLimit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.Approvals.Answer;
import dev.gatehouse.gateway.Admission.Admitted;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Statements;
import dev.gatehouse.policy.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Invariant 5 within an answer: what people let go on ends all the same when a stricter result is in force by then.
class LetGoOnTest {
    private static final Answer YES = new Answer.Granted(new Id(9, 9));

    private final SmallGateway gateway = new SmallGateway(allow("a"), rowLimit("l", 1));
    private Optional<String> lost = Optional.empty();

    @Test
    void itGoesOnUnderTheSameRules() {
        assertThat(overWhile(() -> {})).isEmpty();
        assertThat(gateway.recorder.calls)
                .endsWith("people asked", "answered by people granted SYNCED", "decided allow WRITTEN");
    }

    @Test
    void itGoesOnUnderRulesThatAskForLess() {
        assertThat(overWhileRulesBecome(allow("b"))).isEmpty();
    }

    @Test
    void aRuleThatAsksMeanwhileEndsIt() {
        assertThat(overWhileRulesBecome(allow("a"), rowLimit("l", 1), approval("p")))
                .get()
                .satisfies(refusal -> assertThat(refusal.message()).contains("now ask for more"))
                .extracting(Refusal::rule)
                .isEqualTo("p");
    }

    @Test
    void aRuleThatDeniesMeanwhileEndsIt() {
        assertThat(overWhileRulesBecome(allow("a"), deny("d")))
                .get()
                .extracting(Refusal::rule)
                .isEqualTo("d");
    }

    @Test
    void aFurtherLimitEndsIt() {
        assertThat(overWhileRulesBecome(allow("a"), rowLimit("l", 1), rowLimit("m", 5)))
                .isPresent();
        assertThat(overWhileRulesBecome(allow("a"), rowLimit("l", 7))).isPresent();
    }

    @Test
    void aStricterMaskEndsIt() {
        assertThat(overWhile(() -> {
                    var now = gateway.inForce.get();
                    gateway.inForce.replace(
                            new InForce(now.policy(), new MaskRules(List.of()), now.connections(), "masks"));
                }))
                .isPresent();
    }

    @Test
    void whoWasSwitchedOffMeanwhileGetsNoMore() {
        assertThat(overWhile(() -> lost = Optional.of("This access was switched off.")))
                .get()
                .extracting(Refusal::message)
                .isEqualTo("This access was switched off.");
    }

    @Test
    void whoseCredentialRanOutMeanwhileGetsNoMore() {
        assertThat(overWhile(() -> gateway.clock.forward(Duration.between(People.NOON, People.EVENING))))
                .get()
                .extracting(Refusal::rule)
                .isEqualTo("session-over");
    }

    @Test
    void whatWasGrantedAtTheBeginningIsNotAskedAgain() {
        var held = new SmallGateway(approval("p"), rowLimit("l", 1));
        held.approvers.add(_ -> YES);
        held.approvers.add(_ -> YES);
        var exchange = ((Admitted) held.session().admit(Statements.readsEmail())).exchange();
        assertThat(exchange.row(10)).isEmpty();
        assertThat(exchange.row(10)).isEmpty();
    }

    @Test
    void whoWasSwitchedOffBeforeTheReleaseOfAWholeOperationIsRefused() {
        var held = new SmallGateway(approval("p"));
        held.approvers.add(_ -> {
            lost = Optional.of("The credential of this session was revoked.");
            return YES;
        });
        var refused = (Admission.Refused) held.session(People.ada(), () -> lost).admit(Statements.readsEmail());
        assertThat(refused.refusal().message()).isEqualTo("The credential of this session was revoked.");
    }

    private Optional<Refusal> overWhileRulesBecome(Rule... rules) {
        return overWhile(() -> gateway.reload(Connections.shop(), rules));
    }

    /// One row within the limit, then one over it, which waits while `meanwhile` happens.
    private Optional<Refusal> overWhile(Runnable meanwhile) {
        gateway.reload(Connections.shop(), allow("a"), rowLimit("l", 1));
        gateway.approvers.add(_ -> {
            meanwhile.run();
            return YES;
        });
        var session = gateway.session(People.ada(), () -> lost);
        var exchange = ((Admitted) session.admit(Statements.readsEmail())).exchange();
        assertThat(exchange.row(10)).isEmpty();
        return exchange.row(10);
    }
}
