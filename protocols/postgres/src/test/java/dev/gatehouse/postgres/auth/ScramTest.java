package dev.gatehouse.postgres.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Both sides of SCRAM, on the example of RFC 7677 and against each other.
class ScramTest {
    private static final String CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final Slice SALT = Slice.of(Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="));
    private static final Slice CLIENT_FIRST = Slice.utf8("n,,n=user,r=" + CLIENT_NONCE);
    private static final Slice SERVER_FIRST =
            Slice.utf8("r=" + CLIENT_NONCE + SERVER_NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    private static final Slice CLIENT_FINAL =
            Slice.utf8("c=biws,r=" + CLIENT_NONCE + SERVER_NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    private static final Slice SERVER_FINAL = Slice.utf8("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    private static final ScramVerifier PENCIL = ScramVerifier.of("pencil".toCharArray(), SALT, 4096);
    private static final Optional<Slice> CHANNEL = Optional.of(Slice.utf8("hash of a certificate"));

    private static ScramClient client(Optional<Slice> endPoint, String... offered) {
        return ScramClient.choose(List.of(offered), endPoint, CLIENT_NONCE).orElseThrow();
    }

    @Test
    void theClientSaysWhatTheRfcSays() throws ScramException {
        var client = new ScramClient(Mechanism.SCRAM_SHA_256, "n,,", new byte[0], "user", CLIENT_NONCE);
        assertThat(client.first()).isEqualTo(CLIENT_FIRST);
        assertThat(client.last(SERVER_FIRST, "pencil".toCharArray())).isEqualTo(CLIENT_FINAL);
        client.verify(SERVER_FINAL);
    }

    @Test
    void theServerSaysWhatTheRfcSays() throws ScramException {
        var server = new ScramServer(PENCIL, Optional.empty(), SERVER_NONCE);
        assertThat(server.first("SCRAM-SHA-256", CLIENT_FIRST)).isEqualTo(SERVER_FIRST);
        assertThat(server.finish(CLIENT_FINAL)).isEqualTo(new ScramServer.Result.Proved(SERVER_FINAL));
    }

    private static ScramServer.Result run(ScramClient client, ScramServer server, String password)
            throws ScramException {
        Slice challenge = server.first(client.mechanism().word(), client.first());
        var result = server.finish(client.last(challenge, password.toCharArray()));
        if (result instanceof ScramServer.Result.Proved(Slice last)) {
            client.verify(last);
        }
        return result;
    }

    @Test
    void theBoundMechanismIsChosenWhereBothCanAndProvesTheChannel() throws ScramException {
        var server = new ScramServer(PENCIL, CHANNEL, SERVER_NONCE);
        var client = client(CHANNEL, server.mechanisms().toArray(String[]::new));
        assertThat(client.mechanism()).isEqualTo(Mechanism.SCRAM_SHA_256_PLUS);
        assertThat(run(client, server, "pencil")).isInstanceOf(ScramServer.Result.Proved.class);
    }

    @Test
    void aManInTheMiddleWithAnotherCertificateIsNoticed() {
        var server = new ScramServer(PENCIL, CHANNEL, SERVER_NONCE);
        var client = client(Optional.of(Slice.utf8("another")), "SCRAM-SHA-256-PLUS");
        assertThatThrownBy(() -> run(client, server, "pencil")).hasMessageContaining("between client and gateway");
    }

    @Test
    void aManInTheMiddleWhoStrikesTheBoundMechanismFromTheListIsNoticed() {
        var server = new ScramServer(PENCIL, CHANNEL, SERVER_NONCE);
        var client = client(CHANNEL, "SCRAM-SHA-256");
        assertThatThrownBy(() -> run(client, server, "pencil")).hasMessageContaining("not offered, but it is");
    }

    @Test
    void aWrongPasswordAndAMockVerifierEndAlike() throws ScramException {
        var wrong = new ScramServer(PENCIL, Optional.empty(), SERVER_NONCE);
        assertThat(run(client(Optional.empty(), "SCRAM-SHA-256"), wrong, "pencils"))
                .isEqualTo(new ScramServer.Result.WrongPassword());
        var mock = new ScramServer(ScramVerifier.mock("nobody", new byte[32]), Optional.empty(), SERVER_NONCE);
        assertThat(run(client(Optional.empty(), "SCRAM-SHA-256"), mock, "pencil"))
                .isEqualTo(new ScramServer.Result.WrongPassword());
    }

    @Test
    void passwordsOutsideAsciiArePreparedOnBothSides() throws ScramException {
        // A ligature and a no-break space: what one keyboard types, and what another does.
        var verifier = ScramVerifier.of("\ufb01le\u00a0\u00e9".toCharArray(), SALT, 4096);
        var server = new ScramServer(verifier, Optional.empty(), SERVER_NONCE);
        assertThat(run(client(Optional.empty(), "SCRAM-SHA-256"), server, "file e\u0301"))
                .isInstanceOf(ScramServer.Result.Proved.class);
    }

    @Test
    void theEmptyPasswordIsAPasswordLikeAnyOther() throws ScramException {
        var server = new ScramServer(ScramVerifier.of(new char[0], SALT, 1), Optional.empty(), SERVER_NONCE);
        assertThat(run(client(Optional.empty(), "SCRAM-SHA-256"), server, ""))
                .isInstanceOf(ScramServer.Result.Proved.class);
    }

    @Test
    void aServerThatDoesNotKnowThePasswordIsNotBelieved() throws ScramException {
        var client = client(Optional.empty(), "SCRAM-SHA-256");
        assertThatThrownBy(() -> client.verify(SERVER_FINAL)).isInstanceOf(ScramException.class);
        client.last(SERVER_FIRST, "pencil".toCharArray());
        assertThatThrownBy(() -> client.verify(SERVER_FINAL)).hasMessageContaining("could not prove");
        assertThatThrownBy(() -> client.verify(Slice.utf8("e=other-error"))).isInstanceOf(ScramException.class);
        assertThatThrownBy(() -> client.verify(Slice.utf8("v="))).hasMessageContaining("could not prove");
    }

    @Test
    void anOfferWithoutScramIsNoOffer() {
        assertThat(ScramClient.choose(List.of("OAUTHBEARER"), CHANNEL, CLIENT_NONCE))
                .isEmpty();
        assertThat(ScramClient.choose(List.of("SCRAM-SHA-256-PLUS"), Optional.empty(), CLIENT_NONCE))
                .isEmpty();
    }

    @Test
    void challengesThatBreakTheRulesAreRefusedByTheClient() {
        for (String challenge : List.of(
                "r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=" + CLIENT_NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=" + CLIENT_NONCE + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=0",
                "r=" + CLIENT_NONCE + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=9999999",
                "r=" + CLIENT_NONCE + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096000000000",
                "r=" + CLIENT_NONCE + "x,s=!,i=4096",
                "r=" + CLIENT_NONCE + "x,s=,i=4096",
                "m=ext,r=" + CLIENT_NONCE + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "e=no",
                "")) {
            var client = client(Optional.empty(), "SCRAM-SHA-256");
            assertThatThrownBy(() -> client.last(Slice.utf8(challenge), "pencil".toCharArray()))
                    .as(challenge)
                    .isInstanceOf(ScramException.class);
        }
    }

    @Test
    void firstMessagesThatBreakTheRulesAreRefusedByTheServer() {
        for (String first : List.of(
                "",
                "n",
                "n,",
                "n,,",
                "n,,n=",
                "n,,n=,r=",
                "n,a=boss,n=,r=abc",
                "n,,m=ext,n=,r=abc",
                "n,,n=,r=a b",
                "p=tls-unique,,n=,r=abc",
                "p=tls-server-end-point,,n=,r=abc",
                "y,,n=,r=abc")) {
            var server = new ScramServer(PENCIL, CHANNEL, SERVER_NONCE);
            assertThatThrownBy(() -> server.first("SCRAM-SHA-256", Slice.utf8(first)))
                    .as(first)
                    .isInstanceOf(ScramException.class);
        }
        var server = new ScramServer(PENCIL, CHANNEL, SERVER_NONCE);
        assertThatThrownBy(() -> server.first("SCRAM-SHA-256-PLUS", Slice.utf8("n,,n=,r=abc")))
                .hasMessageContaining("binds nothing");
        assertThatThrownBy(() -> server.first("PLAIN", Slice.utf8("n,,n=,r=abc")))
                .hasMessageContaining("not offered");
    }

    @Test
    void lastMessagesThatBreakTheRulesAreRefusedByTheServer() throws ScramException {
        String good = CLIENT_FINAL.utf8();
        for (String last : List.of(
                "",
                good.replace("biws", "eSws"),
                good.replace("k0,p=", "k1,p="),
                good.substring(0, good.length() - 4),
                good + ",x=1",
                good.replace(",p=", ",q="))) {
            var server = new ScramServer(PENCIL, Optional.empty(), SERVER_NONCE);
            server.first("SCRAM-SHA-256", CLIENT_FIRST);
            assertThatThrownBy(() -> server.finish(Slice.utf8(last))).as(last).isInstanceOf(ScramException.class);
        }
        var early = new ScramServer(PENCIL, Optional.empty(), SERVER_NONCE);
        assertThatThrownBy(() -> early.finish(CLIENT_FINAL)).hasMessageContaining("out of order");
    }
}
