package dev.gatehouse.postgres.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.ClientTls.Mode;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.TestServer;
import dev.gatehouse.postgres.target.TargetLoginResult.LoginFailed;
import dev.gatehouse.postgres.target.TargetLoginResult.Reason;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Against a real PostgreSQL 17.
class TargetLoginEndToEndTest {
    private static final String WHO = "select session_user, (select ssl from pg_stat_ssl where pid = pg_backend_pid())";

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<List<String>> rows(TargetSession session, String sql) throws IOException {
        return new SimpleQuery(session.wire(), session.pending(), 100, 100_000).rows(sql);
    }

    private static void assertLogsIn(String user, String password, Mode mode, String ssl) throws IOException {
        var session = server.session(user, password, mode);
        assertThat(rows(session, WHO)).containsExactly(List.of(user, ssl));
        session.wire().close();
    }

    @Test
    void eachWayOfAuthenticationWorksPlainAndInTls() throws IOException {
        assertLogsIn("trusty", "", Mode.DISABLE, "f");
        assertLogsIn("olda", "old secret", Mode.DISABLE, "f");
        assertLogsIn("ada", "ada's secret é", Mode.DISABLE, "f");
        assertLogsIn("trusty", "", Mode.VERIFY_FULL, "t");
        assertLogsIn("olda", "old secret", Mode.VERIFY_FULL, "t");
        // The server offers PLUS in TLS and refuses a client that could bind the channel and does not.
        assertLogsIn("secure", "bound secret", Mode.VERIFY_FULL, "t");
        assertLogsIn("clara", "clear secret", Mode.VERIFY_FULL, "t");
    }

    @Test
    void aClientCertificateLogsInAndIsNeededWhereTheServerAsksForOne() throws IOException {
        var credential = TargetCredential.of("certified", "");
        var result = server.certifiedLogin().connect(credential, "postgres", Map.of());
        assertThat(result).isInstanceOf(TargetLoginResult.LoggedIn.class);
        if (result instanceof TargetLoginResult.LoggedIn(TargetSession session)) {
            assertThat(rows(session, WHO)).containsExactly(List.of("certified", "t"));
            session.wire().close();
        }
        assertThat(server.connect("certified", "", Mode.VERIFY_FULL)).isInstanceOf(TargetLoginResult.LoginFailed.class);
    }

    @Test
    void theSessionKnowsItsSettingsAndHowToBeCancelled() throws IOException {
        var session = server.session("ada", "ada's secret é", Mode.VERIFY_FULL);
        assertThat(session.parameters())
                .containsEntry("application_name", "gatehouse test")
                .containsEntry("client_encoding", "UTF8")
                .containsEntry("TimeZone", "UTC")
                .containsKeys("server_version", "standard_conforming_strings");
        assertThat(session.key().orElseThrow().key().length()).isEqualTo(4);
        assertThat(rows(session, "select pg_backend_pid()"))
                .containsExactly(
                        List.of(Integer.toString(session.key().orElseThrow().processId())));
        assertThat(session.pending().isEmpty()).isTrue();
        session.wire().close();
    }

    private static LoginFailed fails(String user, String password, Mode mode) throws IOException {
        return (LoginFailed) server.connect(user, password, mode);
    }

    @Test
    void aWrongPasswordIsAValueWithTheServersCode() throws IOException {
        for (String user : List.of("olda", "ada", "secure", "clara")) {
            var failed = fails(user, "guess", Mode.VERIFY_FULL);
            assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
            assertThat(failed.sqlState()).isEqualTo("28P01");
            assertThat(failed.severity()).isEqualTo("FATAL");
            assertThat(failed.toString()).doesNotContain("guess");
        }
    }

    @Test
    void anUnknownDatabaseAndAMissingLineInPgHbaAreValues() throws IOException {
        var credential = TargetCredential.of("trusty", "");
        var unknown = (LoginFailed) server.login(Mode.DISABLE).connect(credential, "nowhere", Map.of());
        assertThat(unknown.sqlState()).isEqualTo("3D000");
        assertThat(fails("secure", "bound secret", Mode.DISABLE).sqlState()).isEqualTo("28000");
    }

    @Test
    void aPasswordIsNeverSentInClear() throws IOException {
        var failed = fails("clara", "clear secret", Mode.DISABLE);
        assertThat(failed.reason()).isEqualTo(Reason.UNSUPPORTED_AUTHENTICATION);
        assertThat(failed.operatorText()).contains("in clear").doesNotContain("clear secret");
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsTheLogin() throws Exception {
        var tls = new ClientTls(Mode.VERIFY_FULL, SSLContext.getDefault());
        var login = new TargetLogin(new Dialer("localhost", server.port(), tls, 5000), new SecureRandom(), 10_000);
        assertThatThrownBy(() -> login.connect(TargetCredential.of("trusty", ""), "postgres", Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aQueryAnswersItsRowsWithNullsAndCanBeRepeated() throws IOException {
        var session = server.session("ada", "ada's secret é", Mode.DISABLE);
        var query = new SimpleQuery(session.wire(), session.pending(), 3, 1000);
        assertThat(query.rows("select n, nullif(n, 2), 'é' from generate_series(1, 2) n")
                        .toString())
                .isEqualTo("[[1, 1, é], [2, null, é]]");
        assertThat(query.rows("")).isEmpty();
        assertThatThrownBy(() -> query.rows("select * from nowhere"))
                .isInstanceOfSatisfying(
                        QueryFailed.class, e -> assertThat(e.sqlState()).isEqualTo("42P01"));
        assertThat(query.rows("select 1; select 2")).hasSize(2);
        session.wire().close();
    }

    @Test
    void aQueryThatAnswersTooMuchOrCopiesFailsClearly() throws IOException {
        for (String sql :
                List.of("select generate_series(1, 4)", "select repeat('x', 1001)", "copy (select 1) to stdout")) {
            var session = server.session("trusty", "", Mode.DISABLE);
            var query = new SimpleQuery(session.wire(), session.pending(), 3, 1000);
            assertThatThrownBy(() -> query.rows(sql))
                    .as(sql)
                    .isInstanceOfAny(QueryFailed.class, dev.gatehouse.postgres.wire.WireException.class);
            session.wire().close();
        }
    }

    @Test
    void aSessionThatTheServerEndsSaysWhy() throws IOException {
        var session = server.session("trusty", "", Mode.DISABLE);
        var query = new SimpleQuery(session.wire(), session.pending(), 3, 1000);
        assertThatThrownBy(() -> query.rows("select pg_terminate_backend(pg_backend_pid())"))
                .isInstanceOfSatisfying(
                        QueryFailed.class, e -> assertThat(e.sqlState()).isEqualTo("57P01"));
        session.wire().close();
    }
}
