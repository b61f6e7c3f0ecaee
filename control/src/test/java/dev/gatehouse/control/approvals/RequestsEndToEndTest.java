package dev.gatehouse.control.approvals;

import static dev.gatehouse.control.approvals.Book.agent;
import static dev.gatehouse.control.approvals.Book.approval;
import static dev.gatehouse.control.approvals.Book.asking;
import static dev.gatehouse.control.approvals.Book.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.control.approvals.Requests.Outcome;
import dev.gatehouse.control.store.RequestRow;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.policy.Verdict;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may decide about a request, when that is enough, and what an approval then admits.
class RequestsEndToEndTest {
    private static final Verdict LEADS = asking("writes", approval("group:leads"));
    private static final Principal LENA = person("lena", "leads");
    private static final String SQL = "UPDATE customers SET segment = 'x' WHERE id = 5";

    @TempDir
    private Path directory;

    private Book book;

    @BeforeEach
    void open() throws IOException {
        book = new Book(directory);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private Id asked(Principal who, Verdict... asking) {
        return book.requests.open(book.question(who, SQL, asking)).orElseThrow().id();
    }

    private RequestState state(Id id) {
        return book.requests.find(id).orElseThrow().state();
    }

    private boolean admits(Principal who, Verdict... asking) {
        return book.requests.use(book.question(who, SQL, asking)).isPresent();
    }

    @Test
    void nobodyApprovesTheirOwnRequestNorOneOfTheirAgents() {
        Id agents = asked(agent(), LEADS);
        assertThat(book.requests.approve(person("ada", "leads"), agents, Optional.empty()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(book.requests.deny(person("ada", "leads"), agents, "no")).isInstanceOf(Outcome.Refused.class);
        assertThat(book.requests.approve(agent(), agents, Optional.empty())).isInstanceOf(Outcome.Refused.class);
        Id lenas = asked(LENA, LEADS);
        assertThat(book.requests.approve(LENA, lenas, Optional.empty())).isInstanceOf(Outcome.Refused.class);
        assertThat(state(agents)).isEqualTo(RequestState.PENDING);
        assertThat(state(lenas)).isEqualTo(RequestState.PENDING);
    }

    @Test
    void whoeverStandsInTheChainBehindAnAgentDoesNotApproveEither() {
        var planner = new Identity("corp", "planner");
        var bot = new Identity("corp", "bot");
        var ada = new Identity("corp", "ada");
        var chained = Book.principal(bot, Kind.AGENT, List.of(bot, planner, ada), ada, Optional.of(planner), "agents");
        Id id = asked(chained, LEADS);
        for (String name : List.of("bot", "planner", "ada")) {
            assertThat(book.requests.approve(person(name, "leads"), id, Optional.empty()))
                    .as(name)
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(book.requests.approve(LENA, id, Optional.empty())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void onlyPersonsWhoAreAskedAndSignedInLatelyDecide() {
        Id id = asked(agent(), LEADS);
        var robot = new Identity("corp", "robot");
        var service = Book.principal(robot, Kind.SERVICE, List.of(robot), robot, Optional.empty(), "leads");
        var through = Book.principal(
                new Identity("corp", "lena"),
                Kind.PERSON,
                List.of(new Identity("corp", "lena"), robot),
                robot,
                Optional.empty(),
                "leads");
        assertThat(book.requests.approve(service, id, Optional.empty())).isInstanceOf(Outcome.Refused.class);
        assertThat(book.requests.approve(through, id, Optional.empty())).isInstanceOf(Outcome.Refused.class);
        assertThat(book.requests.approve(person("otto", "platform"), id, Optional.empty()))
                .isInstanceOf(Outcome.Refused.class);
        book.advance(Duration.ofHours(12).plusSeconds(1));
        Id later = asked(agent(), LEADS);
        assertThat(book.requests.approve(LENA, later, Optional.empty()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.because()).contains("sign in again"));
    }

    @Test
    void severalApprovalsNeedSeveralPersonsAndEachGroupOneOfItsOwn() {
        var two = asking("two", approval("group:leads, group:audit", 2, true, 1, false));
        Id id = asked(agent(), two);
        assertThat(book.requests.approve(LENA, id, Optional.empty()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.changed()).isTrue());
        assertThat(book.requests.approve(LENA, id, Optional.empty()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.changed()).isFalse());
        book.requests.approve(person("lars", "leads"), id, Optional.empty());
        assertThat(state(id)).as("two leads are not one of each group").isEqualTo(RequestState.PENDING);
        book.requests.approve(person("aude", "audit"), id, Optional.empty());
        assertThat(state(id)).isEqualTo(RequestState.APPROVED);
        assertThat(book.changes).containsExactly("created", "agreed", "agreed", "approved");
    }

    @Test
    void severalRulesMustAllBeSatisfied() {
        var officers = asking("export", approval("group:officers"));
        Id id = asked(agent(), LEADS, officers);
        book.requests.approve(LENA, id, Optional.empty());
        assertThat(state(id)).isEqualTo(RequestState.PENDING);
        assertThat(admits(agent(), LEADS)).isFalse();
        book.requests.approve(person("olga", "officers"), id, Optional.empty());
        assertThat(state(id)).isEqualTo(RequestState.APPROVED);
        assertThat(admits(agent(), LEADS, officers)).isTrue();
    }

    @Test
    void aConfirmationComesFromThePersonBehindAndNeverCountsAsAnApproval() {
        var confirmed = asking("confirmed", approval("group:leads", 1, false, 1, true));
        Id id = asked(agent(), confirmed);
        assertThat(book.requests.confirm(LENA, id)).isInstanceOf(Outcome.Refused.class);
        assertThat(book.requests.confirm(agent(), id)).isInstanceOf(Outcome.Refused.class);
        assertThat(book.requests.confirm(person("ada", "leads"), id)).isInstanceOf(Outcome.Done.class);
        assertThat(state(id)).isEqualTo(RequestState.PENDING);
        book.requests.approve(LENA, id, Optional.empty());
        assertThat(state(id)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void anApprovalAdmitsTheSameOperationOfTheSameIdentityAsOftenAsItSays() {
        var twice = asking("twice", approval("group:leads", 1, false, 2, false));
        Id id = asked(agent(), twice);
        book.requests.approve(LENA, id, Optional.empty());
        assertThat(book.requests.use(book.question(agent(), SQL + " ", twice))).isEmpty();
        assertThat(admits(person("ada"), twice)).isFalse();
        assertThat(admits(agent(), asking("twice", approval("group:officers"))))
                .as("the rule asks others now")
                .isFalse();
        assertThat(admits(agent(), twice)).isTrue();
        assertThat(admits(agent(), twice)).isTrue();
        assertThat(admits(agent(), twice)).isFalse();
        assertThat(state(id)).isEqualTo(RequestState.USED);
    }

    @Test
    void timeEndsRequestsAndApprovals() {
        Id undecided = asked(agent(), LEADS);
        book.advance(Book.VALID);
        assertThat(state(undecided)).isEqualTo(RequestState.EXPIRED);
        assertThat(book.requests.approve(LENA, undecided, Optional.empty())).isInstanceOf(Outcome.TooLate.class);
        Id unused = asked(agent(), LEADS);
        book.advance(Book.VALID.minusSeconds(1));
        book.requests.approve(LENA, unused, Optional.empty());
        book.advance(Book.VALID.minusSeconds(1));
        assertThat(state(unused)).isEqualTo(RequestState.APPROVED);
        book.advance(Duration.ofSeconds(1));
        assertThat(admits(agent(), LEADS)).isFalse();
        assertThat(book.changes).containsExactly("created", "expired", "created", "approved", "expired");
    }

    @Test
    void aWindowAdmitsItsEffectsUntilItEnds() {
        var window = new Wish.Window(Set.of(Effect.WRITE), Duration.ofMinutes(10));
        var created = book.requests
                .create(agent(), "shop", window, Ask.of(List.of(LEADS)), "INC-42", Optional.of("key"))
                .orElseThrow();
        assertThat(book.requests
                        .create(agent(), "shop", window, Ask.of(List.of(LEADS)), "INC-42", Optional.of("key"))
                        .orElseThrow()
                        .id())
                .isEqualTo(created.id());
        assertThat(admits(agent(), LEADS)).isFalse();
        book.requests.approve(LENA, created.id(), Optional.empty());
        assertThat(admits(agent(), LEADS)).isTrue();
        assertThat(admits(agent(), LEADS)).isTrue();
        assertThat(admits(agent(), asking("other", approval("group:leads")))).isFalse();
        assertThat(admits(person("ada"), LEADS)).isFalse();
        book.advance(Duration.ofMinutes(10));
        assertThat(admits(agent(), LEADS)).isFalse();
    }

    @Test
    void oneIdentityHasOnlySoManyOpenRequests() {
        for (int i = 0; i < 3; i++) {
            assertThat(book.requests.open(book.question(agent(), SQL + i, LEADS)))
                    .isPresent();
        }
        assertThat(book.requests.open(book.question(agent(), SQL, LEADS))).isEmpty();
        assertThat(book.requests.open(book.question(agent(), SQL + 1, LEADS)))
                .as("the same question again")
                .isPresent();
        assertThat(book.requests.open(book.question(person("ada"), SQL, LEADS))).isPresent();
    }

    @Test
    void whatIsOpenSurvivesARestart() throws IOException {
        Id id = asked(agent(), LEADS);
        book.restart();
        assertThat(book.requests.approve(LENA, id, Optional.of("go"))).isInstanceOf(Outcome.Done.class);
        book.restart();
        assertThat(admits(agent(), LEADS)).isTrue();
        book.restart();
        assertThat(admits(agent(), LEADS)).isFalse();
        assertThat(book.requests.find(id).orElseThrow().said().getFirst().because())
                .contains("go");
    }

    @Test
    void aWriterOfTheStoreCannotApproveNorBringAnApprovalBack() throws IOException {
        Id id = asked(agent(), LEADS);
        book.table().update(renamed(row(id), "approved"));
        book.restart();
        assertThat(admits(agent(), LEADS)).isFalse();
        book.requests.approve(LENA, id, Optional.empty());
        RequestRow approved = row(id);
        assertThat(admits(agent(), LEADS)).isTrue();
        book.table().update(approved);
        book.restart();
        assertThat(admits(agent(), LEADS)).isFalse();
        var bytes = approved.sealed().toBytes();
        bytes[bytes.length - 1] ^= 1;
        book.table()
                .update(new RequestRow(
                        approved.id(),
                        "approved",
                        "shop",
                        approved.created(),
                        approved.expires(),
                        Optional.empty(),
                        dev.gatehouse.model.Slice.of(bytes)));
        book.restart();
        assertThat(book.requests.find(id)).isEmpty();
    }

    private RequestRow row(Id id) {
        return book.table().find(id.toString()).orElseThrow();
    }

    private static RequestRow renamed(RequestRow row, String state) {
        return new RequestRow(
                row.id(), state, row.connection(), row.created(), row.expires(), row.dedupe(), row.sealed());
    }

    @Test
    void aCrashBetweenLogAndStoreForgetsAYesAndNeverANo() throws IOException {
        Id id = asked(agent(), LEADS);
        book.changed(id, "approved", Optional.empty(), java.util.Map.of());
        book.restart();
        assertThat(state(id)).isEqualTo(RequestState.PENDING);
        assertThat(admits(agent(), LEADS)).isFalse();
        book.requests.approve(LENA, id, Optional.empty());
        book.changed(id, "used", Optional.empty(), java.util.Map.of());
        book.restart();
        assertThat(admits(agent(), LEADS)).isFalse();
    }

    @Test
    void whatCannotBeRecordedDoesNotHappen() {
        Id id = asked(agent(), LEADS);
        book.recordBroken = true;
        assertThatThrownBy(() -> book.requests.approve(LENA, id, Optional.empty()))
                .isInstanceOf(RecordingFailed.class);
        assertThatThrownBy(() -> book.requests.open(book.question(agent(), SQL + 2, LEADS)))
                .isInstanceOf(RecordingFailed.class);
        assertThat(state(id)).isEqualTo(RequestState.PENDING);
        book.recordBroken = false;
        assertThat(admits(agent(), LEADS)).isFalse();
    }
}
