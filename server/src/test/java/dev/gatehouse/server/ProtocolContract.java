package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What every protocol proves by the same tests: the invariants of the product, from a client's socket to the target
/// and
/// the record. A protocol supplies a client, a target that knows one customer and notes what reaches it, and its own
/// words for the questions.
@Tag("slow")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProtocolContract {
    /// The questions of the contract.
    enum Question {
        /// a customer, whose e-mail address is masked for everybody
        CUSTOMER,
        /// the same in a form that encodes it in another way
        CUSTOMER_OTHERWISE,
        /// a customer; asked only while nothing can be recorded
        UNRECORDED,
        /// mentions `forbidden`
        FORBIDDEN,
        /// mentions `broken`
        BREAKS_A_RULE,
        /// a change, which no rule allows
        CHANGE,
        /// nothing that the gateway understands
        RIDDLE,
        /// more than a limit takes
        TOO_LARGE
    }

    /// A client with its own socket.
    interface Guest extends AutoCloseable {
        /// Everything that comes back, as text.
        ///
        /// @throws IOException when the gateway closes the connection, or does not let the client in
        String ask(Question question) throws IOException;

        /// Asks for something long and reads nothing of it.
        void stall() throws IOException;

        /// Reads what still comes until the gateway closes.
        void awaitEnd() throws IOException;

        /// Every byte since the client was let in.
        byte[] received();

        @Override
        void close() throws IOException;
    }

    /// The gateway did not let a client in.
    static final class NotLetIn extends IOException {
        private static final long serialVersionUID = 1L;

        NotLetIn(String words) {
            super(words);
        }
    }

    static final String EMAIL_MASK = "***@";

    ContractGateway gateway;

    @BeforeAll
    final void open(@TempDir Path directory) throws IOException {
        gateway = open(directory.resolve("gateway"), directory);
    }

    @AfterEach
    final void restored() {
        gateway.recorder.mend();
        gateway.disabled.clear();
        assertThat(gateway.bugs).isEmpty();
    }

    @AfterAll
    final void closeAndVerify() throws IOException {
        gateway.close();
        closeTarget();
        assertThat(gateway.record().verify().finding()).isEmpty();
    }

    /// Starts the target and a gateway that serves the protocol before it.
    abstract ContractGateway open(Path place, Path temporary) throws IOException;

    abstract void closeTarget() throws IOException;

    abstract Guest guest(String user, String secret, String connection, Optional<String> purpose) throws IOException;

    /// Whether the target has seen anything of this question.
    abstract boolean arrived(Question question) throws IOException;

    /// What the gateway shows the target.
    abstract String targetSecret();

    /// The customer's address, which nobody may see.
    abstract String email();

    private Guest guest(String user) throws IOException {
        return guest(user, ContractGateway.SECRET, ContractGateway.CONNECTION, Optional.empty());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    // Invariant 1: nothing reaches a target undecided and unrecorded.

    @Test
    void whatIsAllowedArrivesAndIsAnswered() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
            assertThat(arrived(Question.CUSTOMER)).isTrue();
        }
    }

    @Test
    void whatARuleDeniesNeverArrivesAndTheRefusalNamesTheRule() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.FORBIDDEN))
                    .contains("Hands off this.")
                    .contains("hands-off")
                    .containsPattern("session[=\": ]+[0-9a-z]{26}")
                    .containsPattern("operation[=\": ]+[0-9a-z]{26}");
            assertThat(guest.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
        }
        assertThat(arrived(Question.FORBIDDEN)).isFalse();
    }

    @Test
    void whatNoRuleAllowsNeverArrives() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.CHANGE)).contains("default-deny");
        }
        assertThat(arrived(Question.CHANGE)).isFalse();
    }

    @Test
    void whatCannotBeRecordedIsNeitherForwardedNorAnswered() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
            int before = guest.received().length;
            gateway.recorder.breakNow();
            assertThatThrownBy(() -> guest.ask(Question.UNRECORDED)).isInstanceOf(IOException.class);
            assertThat(guest.received()).hasSize(before);
        }
        assertThat(arrived(Question.UNRECORDED)).isFalse();
    }

    @Test
    void nobodyIsLetInUnrecorded() {
        gateway.recorder.breakNow();
        assertThatThrownBy(() -> {
                    try (var guest = guest("ada")) {
                        guest.ask(Question.CUSTOMER);
                    }
                })
                .isInstanceOf(NotLetIn.class);
    }

    // Invariant 2: when in doubt, no.

    @Test
    void aRuleThatThrowsDenies() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.BREAKS_A_RULE))
                    .contains("could not be evaluated")
                    .contains("breaks");
        }
        assertThat(arrived(Question.BREAKS_A_RULE)).isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedAndSaysSo() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.RIDDLE)).contains("not-understood");
        }
        assertThat(arrived(Question.RIDDLE)).isFalse();
    }

    // Invariant 3: a masked value never leaves.

    @Test
    void aMaskedValueLeavesInNoEncoding() throws IOException {
        try (var guest = guest("ada")) {
            guest.ask(Question.CUSTOMER);
            guest.ask(Question.CUSTOMER_OTHERWISE);
            assertThat(text(guest.received())).contains(EMAIL_MASK).doesNotContain(email());
        }
    }

    // Invariant 4: the client never learns the target's credential, and no secret reaches the record.

    @Test
    void noSecretReachesAClientOrTheRecord() throws IOException {
        try (var guest = guest("ada")) {
            for (Question question : List.of(Question.CUSTOMER, Question.FORBIDDEN, Question.RIDDLE)) {
                guest.ask(question);
            }
            assertThat(text(guest.received())).doesNotContain(targetSecret()).doesNotContain(ContractGateway.SECRET);
        }
        for (byte[] replay : gateway.replays()) {
            assertThat(text(replay)).doesNotContain(targetSecret()).doesNotContain(ContractGateway.SECRET);
        }
        assertThat(gateway.record().identities().toString()).doesNotContain(ContractGateway.SECRET);
        assertThat(gateway.everythingOnDisk())
                .doesNotContain(targetSecret())
                .doesNotContain(ContractGateway.SECRET)
                .doesNotContain(email());
    }

    // Login: the same for every protocol.

    @Test
    void refusedLoginsAreToldAlike() throws IOException {
        gateway.disabled.add("eve");
        var words = new ArrayList<String>();
        words.add(refused("ada", "wrong", ContractGateway.CONNECTION));
        words.add(refused("ada", ContractGateway.SECRET, "nothing"));
        words.add(refused("eve", ContractGateway.SECRET, ContractGateway.CONNECTION));
        gateway.disabled.add(ContractGateway.CONNECTION);
        words.add(refused("ada", ContractGateway.SECRET, ContractGateway.CONNECTION));
        assertThat(words).allSatisfy(text -> assertThat(text).contains("reference"));
        assertThat(words.stream()
                        .map(text -> text.replaceAll("[0-9a-z]{26}", "ID").replaceAll("Content-Length: \\d+", ""))
                        .distinct())
                .hasSize(1);
    }

    private String refused(String user, String secret, String connection) {
        try (var guest = guest(user, secret, connection, Optional.empty())) {
            return "let in: " + guest.ask(Question.CUSTOMER);
        } catch (NotLetIn refusal) {
            return String.valueOf(refusal.getMessage());
        } catch (IOException gone) {
            return "gone: " + gone;
        }
    }

    @Test
    void aPurposeIsRequiredWhereTheConnectionSaysSo() throws IOException {
        try (var guest = guest("ada", ContractGateway.SECRET, ContractGateway.WITH_PURPOSE, Optional.empty())) {
            assertThat(guest.ask(Question.CUSTOMER)).contains("wrong-purpose");
        }
        try (var guest = guest("ada", ContractGateway.SECRET, ContractGateway.WITH_PURPOSE, Optional.of("curiosity"))) {
            assertThat(guest.ask(Question.CUSTOMER)).contains("wrong-purpose");
        }
        try (var guest = guest("ada", ContractGateway.SECRET, ContractGateway.WITH_PURPOSE, Optional.of("support"))) {
            assertThat(guest.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
        }
    }

    @Test
    void aSessionEndsWithItsCredential() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
            gateway.later(ContractGateway.CREDENTIAL);
            assertThat(gateway.shared.sessions().list()).noneMatch(session -> session.live());
            gateway.shared.sessions().end(session -> !session.live(), "credential-expired", "It has run out.");
            guest.awaitEnd();
        }
    }

    @Test
    void aSwitchEndsWhatIsOpen() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
            gateway.shared.sessions().end(_ -> true, "disabled", "This access was switched off.");
            guest.awaitEnd();
        }
    }

    // Invariant 6: what a client received is what replay shows.

    @Test
    void replayShowsWhatTheClientReceivedByteForByte() throws IOException {
        byte[] received;
        try (var guest = guest("replayed")) {
            for (Question question : List.of(
                    Question.CUSTOMER,
                    Question.CUSTOMER_OTHERWISE,
                    Question.FORBIDDEN,
                    Question.CHANGE,
                    Question.RIDDLE,
                    Question.BREAKS_A_RULE)) {
                guest.ask(question);
            }
            received = guest.received();
        }
        gateway.shared.sessions().awaitNone(Duration.ofSeconds(30));
        assertThat(gateway.replays())
                .anySatisfy(replay -> assertThat(text(replay)).isEqualTo(text(received)));
    }

    // Invariant 8: everything has a limit, and a limit reached is a clear error.

    @Test
    void aLimitIsAClearError() throws IOException {
        try (var guest = guest("ada")) {
            assertThat(guest.ask(Question.TOO_LARGE)).contains("limits.");
        }
        assertThat(arrived(Question.TOO_LARGE)).isFalse();
    }

    // Invariant 9: other people's sessions do not notice.

    @Test
    void oneClientThatDoesNotReadStopsNobodyElse() throws IOException {
        try (var stalled = guest("stalled");
                var other = guest("ada")) {
            stalled.stall();
            for (int i = 0; i < 5; i++) {
                assertThat(other.ask(Question.CUSTOMER)).contains(EMAIL_MASK);
            }
            // And the end of the one that stalls waits for nobody.
            gateway.shared.sessions().end(_ -> true, "disabled", "This access was switched off.");
            other.awaitEnd();
        }
    }
}
