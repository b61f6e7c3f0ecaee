package dev.gatehouse.control.approvals;

import static dev.gatehouse.control.approvals.Book.agent;
import static dev.gatehouse.control.approvals.Book.approval;
import static dev.gatehouse.control.approvals.Book.asking;
import static dev.gatehouse.control.approvals.Book.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.Approvals.Answer;
import dev.gatehouse.approval.Approvals.Why;
import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Notice;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.model.Operation;
import dev.gatehouse.policy.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a hold ends.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HoldingApprovalsEndToEndTest {
    private static final Verdict LEADS = asking("writes", approval("group:leads"));
    private static final String SQL = "DELETE FROM orders WHERE id = 1";

    @TempDir
    private Path directory;

    private Book book;
    private HoldingApprovals approvals;

    @BeforeEach
    void open() throws IOException {
        book = new Book(directory);
        var times = new HoldingApprovals.Settings(
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                id -> Optional.of("https://gw/requests/" + id));
        approvals = new HoldingApprovals(book.requests, times, book);
    }

    @AfterEach
    void close() {
        book.close();
    }

    /// A client that notes what it is told.
    private static final class Patient implements HeldClient {
        private final LinkedBlockingQueue<Notice> told = new LinkedBlockingQueue<>();
        private final Patience patience;
        private volatile Waiting door = new Waiting();

        Patient(Patience patience) {
            this.patience = patience;
        }

        @Override
        public Patience patience() {
            return patience;
        }

        @Override
        public void tell(Notice notice) {
            told.add(notice);
        }

        @Override
        public void lookOut(Waiting waiting) {
            door = waiting;
        }

        void leaves() {
            door.leave();
        }

        @Override
        public Operation again(Operation before) {
            return before;
        }

        /// Waits until it is told something.
        Notice notice() throws InterruptedException {
            var notice = told.poll(1, TimeUnit.MINUTES);
            if (notice == null) {
                throw new IllegalStateException("nothing was told");
            }
            return notice;
        }
    }

    private final Patient client = new Patient(HeldClient.Patience.AS_LONG_AS_IT_TAKES);

    private FutureTask<Answer> asks(dev.gatehouse.approval.Question question) {
        var task = new FutureTask<>(() -> approvals.ask(question));
        Thread.ofVirtual().start(task);
        return task;
    }

    private static Answer.Refused refused(FutureTask<Answer> task) throws InterruptedException, ExecutionException {
        return (Answer.Refused) task.get();
    }

    @Test
    void aYesReleasesWhoWaits() throws Exception {
        var held = asks(book.question(agent(), SQL, client, LEADS));
        var notice = client.notice();
        assertThat(notice.from()).isEqualTo("group:leads");
        assertThat(notice.link()).contains("https://gw/requests/" + notice.request());
        book.requests.approve(person("lena", "leads"), notice.request(), Optional.empty());
        assertThat(held.get()).isEqualTo(new Answer.Granted(notice.request()));
        assertThat(book.changes).containsExactly("created", "approved", "used");
    }

    @Test
    void aNoCarriesItsWords() throws Exception {
        var held = asks(book.question(agent(), SQL, client, LEADS));
        book.requests.deny(person("lena", "leads"), client.notice().request(), "Not today.");
        assertThat(refused(held).because()).isEqualTo("Not today.");
        assertThat(refused(held).why()).isEqualTo(Why.DENIED);
    }

    @Test
    void whenTheWaitRunsOutTheRequestStaysOpen() throws Exception {
        var held = asks(book.question(agent(), SQL, client, LEADS));
        var id = client.notice().request();
        book.advance(Book.WAIT);
        assertThat(refused(held).because())
                .isEqualTo("not decided within 2m; request " + id + " open until 2026-11-20T12:30:00Z");
        book.requests.approve(person("lena", "leads"), id, Optional.empty());
        assertThat(approvals.ask(book.question(agent(), SQL, client, LEADS))).isEqualTo(new Answer.Granted(id));
    }

    @Test
    void itIsToldAgainNowAndThen() throws Exception {
        var held = asks(book.question(agent(), SQL, client, LEADS));
        assertThat(client.notice().waited()).isZero();
        book.advance(Duration.ofSeconds(15));
        assertThat(client.notice().waited()).isEqualTo(Duration.ofSeconds(15));
        book.advance(Duration.ofMinutes(1));
        assertThat(client.notice().waited()).isEqualTo(Duration.ofSeconds(75));
        book.advance(Book.WAIT);
        assertThat(refused(held).why()).isEqualTo(Why.UNDECIDED);
    }

    @Test
    void aClientThatHoldsLocksWaitsShortly() throws Exception {
        var brief = new Patient(HeldClient.Patience.BRIEF);
        var held = asks(book.question(agent(), SQL, brief, LEADS));
        assertThat(brief.notice().hold()).isEqualTo(Duration.ofSeconds(5));
        book.advance(Duration.ofSeconds(5));
        assertThat(refused(held).hint()).contains("gatehouse requests create shop");
    }

    @Test
    void aClientThatCannotBeHeldIsRefusedAtOnceWithTheRequest() {
        var answer = (Answer.Refused) approvals.ask(book.question(agent(), SQL, LEADS));
        assertThat(answer.because()).startsWith("not decided within 0s; request ");
        assertThat(book.requests.find(answer.request().orElseThrow())).isPresent();
    }

    @Test
    void aCancelWithdrawsAndLeavingDoesNot() throws Exception {
        var question = book.question(agent(), SQL, client, LEADS);
        var held = asks(question);
        var id = client.notice().request();
        question.waiting().cancel();
        assertThat(refused(held).why()).isEqualTo(Why.CANCELLED);
        assertThat(book.requests.find(id).orElseThrow().state()).isEqualTo(RequestState.WITHDRAWN);
        var again = book.question(agent(), SQL, client, LEADS);
        var left = asks(again);
        var second = client.notice().request();
        again.waiting().leave();
        assertThat(refused(left).why()).isEqualTo(Why.LEFT);
        assertThat(book.requests.find(second).orElseThrow().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void aYesIsNotWastedOnAClientThatIsGone() throws Exception {
        var held = asks(book.question(agent(), SQL, client, LEADS));
        var id = client.notice().request();
        client.leaves();
        assertThat(refused(held).why()).isEqualTo(Why.LEFT);
        book.requests.approve(person("lena", "leads"), id, Optional.empty());
        assertThat(book.requests.find(id).orElseThrow().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whoWaitsForTheSameIsNotWithdrawnByAnothersCancel() throws Exception {
        var first = book.question(agent(), SQL, client, LEADS);
        var one = asks(first);
        var id = client.notice().request();
        var second = asks(book.question(agent(), SQL, client, LEADS));
        assertThat(client.notice().request()).isEqualTo(id);
        first.waiting().cancel();
        assertThat(refused(one).why()).isEqualTo(Why.CANCELLED);
        book.requests.approve(person("lena", "leads"), id, Optional.empty());
        assertThat(second.get()).isEqualTo(new Answer.Granted(id));
    }
}
