package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.Authenticator.Attempt;
import dev.gatehouse.gateway.Login.Result;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.Statements;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final Id CREDENTIAL = new Id(7, 7);
    private static final String WITH_CREDENTIAL = "ada@example.com/" + CREDENTIAL;

    private final Door door = new Door();

    @Test
    void whoProvesThemselvesGetsASessionThatIsOnTheDisk() throws IOException {
        var session = loggedIn(door.knock(new SmallGateway(), "ada@example.com", "secret"));
        assertThat(session.principal()).isEqualTo(People.ada());
        assertThat(door.gateway.recorder.calls).containsExactly("session started SYNCED");
        assertThat(door.gateway.shared.sessions().list()).containsExactly(session);
        assertThat(door.throttled).containsExactly("succeeded 192.0.2.1 ada@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong-secret",
                "unknown-connection",
                "outside-access",
                "credential-for-another-connection",
                "disabled",
                "expired"
            })
    void everyReasonIsRefusedAlikeAndKnownToTheRecordAlone(String reason) throws IOException {
        var gateway = new SmallGateway();
        switch (reason) {
            case "unknown-connection" -> gateway.removeConnection();
            case "outside-access" -> gateway.reload(Connections.shop(Selectors.NOBODY));
            case "credential-for-another-connection" -> door.boundTo = Optional.of("hr");
            case "disabled" -> door.disabledFrom = 0;
            case "expired" -> gateway.clock.forward(Duration.ofHours(8));
            default -> {}
        }
        var result = door.knock(gateway, "ada@example.com", reason.equals("wrong-secret") ? "guess" : "secret");
        assertThat(result).isEqualTo(new Result.Refused(new Id(0, 1), Optional.empty()));
        assertThat(door.questions).as("the same questions were asked").containsExactly("password");
        assertThat(gateway.recorder.calls).containsExactly("login refused " + reason + " BUFFERED");
        assertThat(gateway.shared.sessions().list()).isEmpty();
        assertThat(door.throttled)
                .isEqualTo(reason.equals("disabled") ? List.of() : List.of("failed 192.0.2.1 ada@example.com"));
    }

    @Test
    void whoFailedTooOftenWaitsBeforeAnythingIsAsked() throws IOException {
        door.delay = Optional.of(Duration.ofSeconds(30));
        var result = door.knock(new SmallGateway(), "ada@example.com", "secret");
        assertThat(result).isEqualTo(new Result.Refused(new Id(0, 1), Optional.of(Duration.ofSeconds(30))));
        assertThat(door.questions).isEmpty();
        assertThat(door.throttled)
                .as("waiting is no further failure, and gathered for the record")
                .containsExactly("gathered 192.0.2.1 ada@example.com throttled " + new Id(0, 1));
    }

    @Test
    void noPasswordIsAskedForWithoutTls() throws IOException {
        door.encrypted = false;
        assertThat(door.knock(new SmallGateway(), "ada@example.com", "secret")).isEqualTo(new Result.NeedsTls());
        assertThat(door.questions).isEmpty();
        loggedIn(door.knock(new SmallGateway(), WITH_CREDENTIAL, "secret"));
    }

    @Test
    void aCredentialInTheUserNameIsProvedByScram() throws IOException {
        loggedIn(door.knock(new SmallGateway(), WITH_CREDENTIAL, "secret"));
        assertThat(door.questions).containsExactly("scram");
        var refused = door.knock(new SmallGateway(), WITH_CREDENTIAL, "guess");
        assertThat(refused).isInstanceOf(Result.Refused.class);
        assertThat(door.gateway.recorder.calls).containsExactly("login refused wrong-secret BUFFERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com/ops", "ada@example.com/", "/00000000000000000000000000", "a/b"})
    void onlyAWellFormedIdBehindTheLastSlashIsACredential(String user) throws IOException {
        door.knock(new SmallGateway(), user, "secret");
        assertThat(door.questions).containsExactly("password");
        assertThat(SmallGateway.request("a/b/" + CREDENTIAL).credential())
                .contains(new Prompt.Credential("a/b", CREDENTIAL));
    }

    @Test
    void aPurposeBoundToTheCredentialCannotBeReplaced() throws IOException {
        door.stated = Optional.of("marketing");
        assertThat(loggedIn(door.knock(new SmallGateway(), "ada@example.com", "secret"))
                        .principal()
                        .purpose())
                .contains("marketing");
        door.known = People.ada().withPurpose("support");
        assertThat(loggedIn(door.knock(new SmallGateway(), "ada@example.com", "secret"))
                        .principal()
                        .purpose())
                .contains("support");
    }

    @Test
    void whoIsSwitchedOffWhileLoggingInAdmitsNothing() throws IOException {
        door.disabledFrom = 1;
        var session = loggedIn(door.knock(new SmallGateway(allow("a")), "ada@example.com", "secret"));
        assertThat(SessionTest.refused(session.admit(Statements.readsEmail())).message())
                .isEqualTo("This access was switched off.");
        var told = new ArrayList<String>();
        session.onEnd(told::add);
        assertThat(told).containsExactly("This access was switched off.");
    }

    @Test
    void aLoginThatCannotBeRecordedIsRefused() throws IOException {
        var gateway = new SmallGateway();
        gateway.recorder.failAfter(0);
        assertThat(door.knock(gateway, "ada@example.com", "secret")).isInstanceOf(Result.Refused.class);
        assertThat(door.knock(gateway, "ada@example.com", "guess")).isInstanceOf(Result.Refused.class);
        assertThat(gateway.shared.sessions().list()).isEmpty();
        assertThatThrownBy(() -> door.login(gateway).own("shop")).isInstanceOf(RecordingFailed.class);
    }

    @Test
    void aPasswordIsWipedOnceItWasChecked() throws IOException {
        door.knock(new SmallGateway(), "ada@example.com", "secret");
        door.knock(new SmallGateway(), "ada@example.com", "guess");
        assertThat(door.typed).hasSize(2).allSatisfy(typed -> assertThat(typed).containsOnly('\0'));
    }

    @Test
    void theGatewaysOwnSessionLooksThingsUpAndNothingElse() {
        var gateway = new SmallGateway(Connections.shop(Selectors.NOBODY), allow("a"));
        var own = door.login(gateway).own("shop");
        SessionTest.admitted(own.admit(Statements.own(Operation.Own.Purpose.LOOK_UP)));
        SessionTest.refused(own.admit(Statements.readsEmail()));
        assertThat(gateway.recorder.calls).startsWith("session started SYNCED", "asked look-up BUFFERED");
    }

    @Test
    void aScramSecretDoesNotTellItself() {
        var secret = new Authenticator.ScramSecret(Slice.utf8("s"), 4096, Slice.utf8("k"), Slice.utf8("v"));
        assertThat(secret).hasToString("ScramSecret[***]");
    }

    private static Session loggedIn(Result result) {
        assertThat(result).isInstanceOf(Result.LoggedIn.class);
        return ((Result.LoggedIn) result).session();
    }

    /// Everything around a login: who is known by which secret, what is switched off, and what was asked.
    private static final class Door implements Authenticator, Switches, LoginThrottle, ThrottledLogins {
        final List<String> questions = new ArrayList<>();
        final List<String> throttled = new ArrayList<>();
        final List<char[]> typed = new ArrayList<>();
        Principal known = People.ada();
        Optional<String> boundTo = Optional.empty();
        Optional<String> stated = Optional.empty();
        Optional<Duration> delay = Optional.empty();
        boolean encrypted = true;
        int disabledFrom = Integer.MAX_VALUE;
        SmallGateway gateway = new SmallGateway();
        private int switchesRead;

        Login login(SmallGateway at) {
            gateway = at;
            return new Login(at.shared, this, this, this, this);
        }

        Result knock(SmallGateway at, String user, String secret) throws IOException {
            questions.clear();
            switchesRead = 0;
            var request = new LoginRequest(user, "shop", stated, Optional.of("psql"), "192.0.2.1", encrypted);
            return login(at).run(request, new Prompt() {
                @Override
                public char[] password() {
                    questions.add("password");
                    typed.add(secret.toCharArray());
                    return typed.getLast();
                }

                @Override
                public boolean scram(ScramSecret kept) {
                    questions.add("scram");
                    return secret.equals("secret");
                }
            });
        }

        @Override
        public Attempt password(String user, char[] password) {
            return new String(password).equals("secret")
                    ? new Attempt.Accepted(known, Optional.empty(), boundTo)
                    : new Attempt.Rejected("wrong-secret");
        }

        @Override
        public Attempt bearer(char[] secret) {
            return password("", secret);
        }

        @Override
        public ScramSecret scram(Id credential) {
            return new ScramSecret(Slice.EMPTY, 4096, Slice.EMPTY, Slice.EMPTY);
        }

        @Override
        public Attempt proved(String user, Id credential) {
            return new Attempt.Accepted(known, Optional.of(credential), boundTo);
        }

        @Override
        public boolean connectionDisabled(String connection) {
            return switchesRead++ >= disabledFrom;
        }

        @Override
        public boolean identityDisabled(Principal principal) {
            return false;
        }

        @Override
        public Optional<Duration> delay(String source, String user) {
            return delay;
        }

        @Override
        public void add(String source, String user, String reason, Id reference) {
            throttled.add("gathered " + source + " " + user + " " + reason + " " + reference);
        }

        @Override
        public void failed(String source, String user) {
            throttled.add("failed " + source + " " + user);
        }

        @Override
        public void succeeded(String source, String user) {
            throttled.add("succeeded " + source + " " + user);
        }
    }
}
