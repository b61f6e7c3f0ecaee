package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.approval;
import static dev.gatehouse.policy.Rules.deny;
import static dev.gatehouse.policy.Rules.rowLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.approval.Approvals.Answer;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.Statements;
import dev.gatehouse.policy.Rule;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.RecordingFailed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The product: what stands on record before anything may be sent to a target.
class SessionTest {
    @Test
    void nothingReachesATargetUndecidedAndUnrecorded() {
        var gateway = new SmallGateway(allow("a"));
        var exchange = admitted(gateway.session().admit(Statements.readsEmail()));
        assertThat(gateway.recorder.calls).containsExactly("asked statement BUFFERED", "decided allow WRITTEN");
        assertThat(exchange.operation()).isEqualTo(Statements.readsEmail());
        assertThat(exchange.masks()).hasSize(1);
        assertThat(exchange.masksAnything()).isTrue();
        assertThat(exchange.hidesWords()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION, WRITTEN",
        "SESSION, WRITTEN",
        "READ, WRITTEN",
        "WRITE, SYNCED",
        "DDL, SYNCED",
        "ADMIN, SYNCED"
    })
    void whatChangesSomethingIsOnTheDiskBeforeItRuns(Effect effect, String durability) {
        var gateway = new SmallGateway(allow("a"));
        admitted(gateway.session().admit(Statements.acting(effect)));
        assertThat(gateway.recorder.calls).endsWith("decided allow " + durability);
    }

    @Test
    void whoAsksTooOftenIsRefusedByALimitWhateverRulesSay() {
        var gateway = new SmallGateway(Connections.shop(), new Quotas(1, Long.MAX_VALUE), allow("a"));
        admitted(gateway.session().admit(Statements.readsEmail()));
        var refusal = refused(gateway.session().admit(Statements.readsEmail()));
        assertThat(refusal.rule()).isEqualTo("limits.operations-per-minute");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LIMIT);
        assertThat(gateway.recorder.calls).endsWith("decided deny WRITTEN");
    }

    @Test
    void anAnswerEndsWhereItsPersonsRecordIsFull() {
        var gateway = new SmallGateway(Connections.shop(), new Quotas(Long.MAX_VALUE, 1 << 20), allow("a"));
        var exchange = admitted(gateway.session().admit(Statements.readsEmail()));
        assertThat(exchange.row(10)).isEmpty();
        var now = gateway.clock.instant();
        gateway.shared.quotas().of(People.ada().root(), now).recorded(1 << 20, now);
        assertThat(exchange.row(10)).get().extracting(Refusal::rule).isEqualTo("limits.recorded-bytes");
    }

    @Test
    void whatTheGatewayDoesOnItsOwnAccountIsNeverOverAQuota() {
        var gateway = new SmallGateway(Connections.shop(), new Quotas(0, 0), allow("a"));
        admitted(gateway.session().admit(new Operation.Own(Operation.Own.Purpose.CANCEL, "cancel")));
    }

    @Test
    void aRowTooLargeToBeMaskedIsNotSent() {
        var gateway = new SmallGateway(allow("a"));
        var exchange = admitted(gateway.session().admit(Statements.readsEmail()));
        assertThat(exchange.row(SmallGateway.LARGEST_MASKED_ROW)).isEmpty();
        assertThat(exchange.row(SmallGateway.LARGEST_MASKED_ROW + 1))
                .get()
                .extracting(Refusal::rule)
                .isEqualTo("limits.masked-row");
    }

    @Test
    void aDenialIsOnRecordAndNamesItsRule() {
        var gateway = new SmallGateway(allow("a"), deny("d"));
        var session = gateway.session();
        var refusal = refused(session.admit(Statements.readsEmail()));
        assertThat(gateway.recorder.calls).containsExactly("asked statement BUFFERED", "decided deny WRITTEN");
        assertThat(refusal.rule()).isEqualTo("d");
        assertThat(refusal.message()).isEqualTo("because of d");
        assertThat(refusal.session()).isEqualTo(session.id());
    }

    @Test
    void whatIsHeldRunsOnlyOnceItsApprovalIsOnRecordAndItIsDecidedAgain() {
        var gateway = new SmallGateway(approval("p"), rowLimit("l", 1));
        gateway.approvers.add(_ -> new Answer.Granted(new Id(9, 9)));
        var exchange = admitted(gateway.session().admit(Statements.readsEmail()));
        assertThat(gateway.recorder.calls)
                .containsExactly(
                        "asked statement BUFFERED",
                        "decided hold SYNCED",
                        "people asked",
                        "answered by people granted SYNCED",
                        "decided hold SYNCED");
        assertThat(exchange.row(10)).isEmpty();
        assertThat(exchange.row(10)).get().extracting(Refusal::rule).isEqualTo("l");
    }

    @Test
    void whatPeopleRefuseDoesNotRunAndTheClientReadsTheirWords() {
        var gateway = new SmallGateway(allow("a"), approval("p"));
        gateway.approvers.add(_ -> new Answer.Refused(
                Optional.of(new Id(9, 9)), Approvals.Why.DENIED, "Not on a Friday.", "Ask on Monday."));
        var refusal = refused(gateway.session().admit(Statements.readsEmail()));
        assertThat(refusal.rule()).isEqualTo("p");
        assertThat(refusal.message()).isEqualTo("Not on a Friday.");
        assertThat(refusal.hint()).isEqualTo("Ask on Monday.");
        assertThat(gateway.recorder.calls).endsWith("answered by people denied SYNCED");
    }

    @Test
    void whatWasGrantedIsDecidedAgainUnderTheRulesInForceAtRelease() {
        assertThat(refused(grantedWhileRulesBecome(deny("d"))).rule()).isEqualTo("d");
        assertThat(refused(grantedWhileRulesBecome()).rule()).isEqualTo("default-deny");
        assertThat(refused(grantedWhileRulesBecome(approval("p"), approval("q")))
                        .message())
                .contains("now ask for more");
        admitted(grantedWhileRulesBecome(approval("p")));
        admitted(grantedWhileRulesBecome(allow("a")));
    }

    private static Admission grantedWhileRulesBecome(Rule... rules) {
        var gateway = new SmallGateway(approval("p"));
        gateway.approvers.add(_ -> {
            gateway.reload(Connections.shop(), rules);
            return new Answer.Granted(new Id(9, 9));
        });
        return gateway.session().admit(Statements.readsEmail());
    }

    @Test
    void aCredentialThatRunsOutDuringAHoldAdmitsNothing() {
        var gateway = new SmallGateway(approval("p"));
        gateway.approvers.add(_ -> {
            gateway.clock.forward(Duration.ofHours(8));
            return new Answer.Granted(new Id(9, 9));
        });
        assertThat(refused(gateway.session().admit(Statements.readsEmail())).rule())
                .isEqualTo("session-over");
    }

    @Test
    void whatCannotBeRecordedIsRefused() {
        for (int works = 0; works < 4; works++) {
            var gateway = new SmallGateway(approval("p"));
            gateway.approvers.add(_ -> new Answer.Granted(new Id(9, 9)));
            gateway.recorder.failAfter(works);
            assertThat(refused(gateway.session().admit(Statements.readsEmail())).rule())
                    .as("%d appends succeed", works)
                    .isEqualTo("record-unavailable");
        }
        for (int works = 0; works < 2; works++) {
            var gateway = new SmallGateway(allow("a"));
            gateway.recorder.failAfter(works);
            var session = gateway.session();
            assertThat(refused(session.admitPreparation(Statements.readsEmail()))
                            .rule())
                    .isEqualTo("record-unavailable");
            assertThat(refused(session.admit(Statements.own(Operation.Own.Purpose.CANCEL)))
                            .rule())
                    .isEqualTo("record-unavailable");
            assertThat(refused(session.admit(Statements.readsEmail())).rule()).isEqualTo("record-unavailable");
        }
    }

    @Test
    void peopleAreNotAskedAboutWhatIsNotOnRecord() {
        var gateway = new SmallGateway(approval("p"));
        gateway.recorder.failAfter(1);
        refused(gateway.session().admit(Statements.readsEmail()));
        assertThat(gateway.recorder.calls).doesNotContain("people asked");
    }

    @ParameterizedTest
    @EnumSource(Operation.Own.Purpose.class)
    void theGatewaysOwnExchangesAreOnRecordToo(Operation.Own.Purpose purpose) {
        var gateway = new SmallGateway(deny("d"));
        admitted(gateway.session().admit(Statements.own(purpose)));
        assertThat(gateway.recorder.calls).last().isEqualTo("decided allow WRITTEN");
        assertThat(gateway.recorder.contents(Content.Kind.DETAIL)).hasSize(1);
    }

    @Test
    void anEndedSessionAdmitsNothing() {
        var gateway = new SmallGateway(allow("a"));
        var session = gateway.session();
        assertThat(session.live()).isTrue();
        session.end("disabled", "This access was switched off.");
        assertThat(session.live()).isFalse();
        assertThat(refused(session.admit(Statements.readsEmail())).message())
                .isEqualTo("This access was switched off.");
        assertThat(refused(session.admitPreparation(Statements.readsEmail())).rule())
                .isEqualTo("session-over");
        assertThat(refused(session.admit(Statements.own(Operation.Own.Purpose.LOOK_UP)))
                        .rule())
                .isEqualTo("session-over");
    }

    @Test
    void nothingIsAdmittedAtOrAfterTheCredentialsEnd() {
        var gateway = new SmallGateway(allow("a"));
        var session = gateway.session();
        gateway.clock.forward(Duration.between(People.NOON, People.EVENING).minusNanos(1));
        admitted(session.admit(Statements.readsEmail()));
        gateway.clock.forward(Duration.ofNanos(1));
        assertThat(refused(session.admit(Statements.readsEmail())).rule()).isEqualTo("session-over");
    }

    @Test
    void whoLosesAccessWhileConnectedIsAdmittedNoMore() {
        var gateway = new SmallGateway(allow("a"));
        var session = gateway.session();
        gateway.reload(Connections.shop(Selectors.NOBODY), allow("a"));
        assertThat(refused(session.admit(Statements.readsEmail())).message()).contains("not open to you any more");
        gateway.removeConnection(allow("a"));
        refused(session.admit(Statements.readsEmail()));
        refused(session.admitPreparation(Statements.readsEmail()));
        admitted(session.admit(Statements.own(Operation.Own.Purpose.CANCEL)));
    }

    @Test
    void preparingIsRefusedOnlyByADenial() {
        var held = new SmallGateway(approval("p"), rowLimit("l", 1));
        var exchange = admitted(held.session().admitPreparation(Statements.readsEmail()));
        assertThat(exchange.row(1)).isEmpty();
        assertThat(exchange.row(1)).isEmpty();
        assertThat(held.recorder.calls).containsExactly("asked preparation BUFFERED", "decided hold SYNCED");
        assertThat(refused(new SmallGateway(deny("d")).session().admitPreparation(Statements.readsEmail()))
                        .rule())
                .isEqualTo("d");
    }

    @Test
    void aShapeIsSealedOnceAndItsLiteralsEachTime() {
        var gateway = new SmallGateway(allow("a"));
        var session = gateway.session();
        for (int i = 0; i < 3; i++) {
            admitted(session.admit(Statements.readsEmail()));
        }
        assertThat(gateway.recorder.contents(Content.Kind.STATEMENT_SHAPE)).hasSize(1);
        assertThat(gateway.recorder.contents(Content.Kind.UNDERSTOOD)).hasSize(1);
        assertThat(gateway.recorder.contents(Content.Kind.STATEMENT_LITERALS)).hasSize(3);
        admitted(session.admit(Statements.acting(Effect.WRITE)));
        assertThat(gateway.recorder.contents(Content.Kind.STATEMENT_SHAPE)).hasSize(2);
    }

    @Test
    void suppliedBytesAreOnRecordBeforeTheyAreForwarded() {
        var gateway = new SmallGateway(allow("a"));
        var session = gateway.session();
        var exchange = admitted(session.admit(Statements.writing("x")));
        session.supplied(exchange, Slice.utf8("1\tjane"));
        assertThat(gateway.recorder.calls).endsWith("asked supplied WRITTEN");
        gateway.recorder.failAfter(0);
        assertThatThrownBy(() -> session.supplied(exchange, Slice.EMPTY)).isInstanceOf(RecordingFailed.class);
    }

    @Test
    void aClosedSessionIsGoneEvenIfItsEndCannotBeRecorded() {
        var gateway = new SmallGateway(allow("a"));
        var session = gateway.session();
        assertThat(gateway.shared.sessions().list()).containsExactly(session);
        gateway.recorder.failAfter(0);
        assertThatThrownBy(session::closed).isInstanceOf(RecordingFailed.class);
        assertThat(gateway.shared.sessions().list()).isEmpty();
    }

    @Test
    void howAnOperationEndedIsOnRecord() {
        var gateway = new SmallGateway(allow("a"));
        var exchange = admitted(gateway.session().admit(Statements.readsEmail()));
        exchange.row(10);
        exchange.answered(Exchange.Outcome.NOT_RUN);
        assertThat(gateway.recorder.calls).endsWith("answered not-run BUFFERED");
    }

    static Exchange admitted(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Admitted.class);
        return ((Admission.Admitted) admission).exchange();
    }

    static Refusal refused(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Refused.class);
        return ((Admission.Refused) admission).refusal();
    }
}
