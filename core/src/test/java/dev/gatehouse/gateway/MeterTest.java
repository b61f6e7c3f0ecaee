package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.limit;
import static dev.gatehouse.policy.Rules.rowLimit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.Statements;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Approval.Measure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeterTest {
    private static final Approval.Per HOUR = new Approval.Per(Approval.Span.WINDOW, Duration.ofHours(1));

    @Test
    void anAnswerWithoutLimitFlows() {
        var exchange = exchange(new SmallGateway(allow("a")));
        assertThat(rows(exchange, 10_000, 100)).isEqualTo(10_000);
    }

    @Test
    void theRowThatWouldExceedALimitIsRefusedAndEveryLaterOne() {
        var exchange = exchange(new SmallGateway(allow("a"), rowLimit("l", 3)));
        assertThat(rows(exchange, 3, 1)).isEqualTo(3);
        var refusal = exchange.row(1).orElseThrow();
        assertThat(refusal.rule()).isEqualTo("l");
        assertThat(refusal.hint()).isEqualTo("Narrow it down, or ask group:leads.");
        assertThat(exchange.row(1)).isPresent();
    }

    @Test
    void eachStatementHasAStatementsLimitToItself() {
        var session = new SmallGateway(allow("a"), rowLimit("l", 3)).session();
        for (int i = 0; i < 3; i++) {
            assertThat(rows(SessionTest.admitted(session.admit(Statements.readsEmail())), 9, 1))
                    .isEqualTo(3);
        }
    }

    @Test
    void bytesAreCountedAsBytes() {
        var over = new Approval.Over(Measure.BYTES, 100, Approval.Per.STATEMENT);
        assertThat(rows(exchange(new SmallGateway(allow("a"), limit("l", over))), 9, 40))
                .isEqualTo(2);
    }

    @Test
    void askingInPagesDoesNotEvadeASessionsLimit() {
        var over = new Approval.Over(Measure.ROWS, 5, Approval.Per.SESSION);
        var gateway = new SmallGateway(allow("a"), limit("l", over));
        var session = gateway.session();
        assertThat(rows(SessionTest.admitted(session.admit(Statements.readsEmail())), 4, 1))
                .isEqualTo(4);
        assertThat(rows(SessionTest.admitted(session.admit(Statements.readsEmail())), 4, 1))
                .isEqualTo(1);
        assertThat(rows(exchange(gateway), 4, 1)).as("another session").isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(value = Measure.class, names = "BYTES", mode = EnumSource.Mode.EXCLUDE)
    void askingInPagesOrSessionsOrThroughAnAgentDoesNotEvadeAWindow(Measure measure) {
        var gateway = new SmallGateway(allow("a"), limit("l", new Approval.Over(measure, 5, HOUR)));
        assertThat(rows(exchange(gateway), 4, 1)).isEqualTo(4);
        var agents = SessionTest.admitted(gateway.session(People.agent()).admit(Statements.readsEmail()));
        assertThat(rows(agents, 4, 1)).isEqualTo(1);
        gateway.clock.forward(Duration.ofHours(1));
        assertThat(rows(exchange(gateway), 4, 1)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Approval.Span.class)
    void personsAreCountedOnceAndRowsAboutNobodyEach(Approval.Span span) {
        var per = new Approval.Per(span, Duration.ofHours(1));
        var exchange = exchange(new SmallGateway(allow("a"), limit("l", new Approval.Over(Measure.SUBJECTS, 3, per))));
        for (int i = 0; i < 10; i++) {
            assertThat(about(exchange, "jane")).isEmpty();
        }
        assertThat(about(exchange, "joe")).isEmpty();
        assertThat(exchange.row(1)).as("about nobody known").isEmpty();
        assertThat(about(exchange, "joe")).isEmpty();
        assertThat(about(exchange, "june")).get().extracting(Refusal::rule).isEqualTo("l");
    }

    private static Optional<Refusal> about(Exchange exchange, String subject) {
        return exchange.row(1, () -> Optional.of(Slice.utf8(subject)), HeldClient.ABSENT);
    }

    @Test
    void theStrictestOfSeveralLimitsEndsTheAnswer() {
        var exchange = exchange(new SmallGateway(allow("a"), rowLimit("wide", 7), rowLimit("narrow", 2)));
        assertThat(rows(exchange, 9, 1)).isEqualTo(2);
        assertThat(exchange.row(1)).get().extracting(Refusal::rule).isEqualTo("narrow");
    }

    /// How many of `offered` rows were let through before the first refusal.
    private static int rows(Exchange exchange, int offered, int size) {
        int delivered = 0;
        while (delivered < offered && exchange.row(size).isEmpty()) {
            delivered++;
        }
        return delivered;
    }

    private static Exchange exchange(SmallGateway gateway) {
        return SessionTest.admitted(gateway.session().admit(Statements.readsEmail()));
    }
}
