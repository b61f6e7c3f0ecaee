package dev.gatehouse.control.console;

import dev.gatehouse.api.CredentialCreated;
import java.util.List;

/// What people paste so that a stock client gets in with a fresh credential. Every value is quoted for where it
/// stands, so that nothing in it is run.
public final class ClientLines {
    private static final String AUTHORITY = "ca.pem";

    private ClientLines() {}

    /// @param client what reads it: a program, or a library's name
    public record Line(String client, String text) {}

    public static List<Line> of(CredentialCreated made) {
        return made.type().equals("http") ? http(made) : postgres(made);
    }

    private static List<Line> postgres(CredentialCreated made) {
        String port = Integer.toString(made.port());
        return List.of(
                new Line(
                        "psql",
                        "PGPASSWORD=" + shell(made.secret()) + " \\\n  psql "
                                + shell("host=" + made.host() + " port=" + port + " dbname="
                                        + conninfo(made.connection()) + " user=" + conninfo(made.user())
                                        + " sslmode=verify-full sslrootcert=" + AUTHORITY)),
                new Line(
                        "libpq",
                        "export PGHOST=" + shell(made.host()) + " PGPORT=" + port + " PGDATABASE="
                                + shell(made.connection()) + " PGUSER=" + shell(made.user()) + " \\\n  PGPASSWORD="
                                + shell(made.secret()) + " PGSSLMODE=verify-full PGSSLROOTCERT=" + AUTHORITY),
                new Line(
                        "JDBC",
                        "jdbc:postgresql://" + made.host() + ":" + port + "/" + Api.encoded(made.connection())
                                + "?sslmode=verify-full&sslrootcert=" + AUTHORITY + "\nuser=" + made.user()
                                + "\npassword=" + made.secret()),
                new Line(
                        "psycopg",
                        "psycopg.connect(host=" + python(made.host()) + ", port=" + port + ", dbname="
                                + python(made.connection()) + ",\n  user=" + python(made.user()) + ", password="
                                + python(made.secret()) + ",\n  sslmode=\"verify-full\", sslrootcert=\"" + AUTHORITY
                                + "\")"));
    }

    private static List<Line> http(CredentialCreated made) {
        String url = "https://" + made.host() + ":" + made.port() + "/http/" + Api.encoded(made.connection()) + "/";
        return List.of(
                new Line(
                        "curl",
                        "printf 'user = \"%s:%s\"' " + shell(made.user()) + " " + shell(made.secret())
                                + " \\\n  | curl -K - --cacert " + AUTHORITY + " " + shell(url)),
                new Line(
                        "Python",
                        "requests.get(" + python(url) + ",\n  auth=(" + python(made.user()) + ", "
                                + python(made.secret()) + "), verify=\"" + AUTHORITY + "\")"));
    }

    /// For a POSIX shell.
    static String shell(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// A value in libpq's connection string.
    private static String conninfo(String text) {
        return text.matches("[^\\s'\\\\]+")
                ? text
                : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String python(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
