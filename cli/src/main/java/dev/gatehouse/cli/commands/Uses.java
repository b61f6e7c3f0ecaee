package dev.gatehouse.cli.commands;

import dev.gatehouse.api.CredentialCreated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How stock clients use a credential.
final class Uses {
    /// Where systems keep the authorities that they trust; libpq before 16 does not find them by itself.
    private static final List<Path> SYSTEM_TRUST = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/cert.pem"));

    private Uses() {}

    /// Whether this version knows how clients of such connections are told.
    static boolean known(String type) {
        return type.equals("postgres") || type.equals("http");
    }

    static Map<String, String> environment(CredentialCreated credential, Optional<Path> ca) {
        return credential.type().equals("http") ? http(credential, ca) : libpq(credential, ca);
    }

    /// No HTTP client reads its credential from variables that all share; curl and what is built on OpenSSL find the
    /// authority by these.
    private static Map<String, String> http(CredentialCreated credential, Optional<Path> ca) {
        var variables = new LinkedHashMap<String, String>();
        variables.put(
                "GATEHOUSE_HTTP_URL",
                "https://" + credential.host() + ":" + credential.port() + "/http/" + credential.connection());
        variables.put("GATEHOUSE_HTTP_USER", credential.user());
        variables.put("GATEHOUSE_HTTP_SECRET", credential.secret());
        variables.put("CURL_CA_BUNDLE", roots(ca));
        variables.put("SSL_CERT_FILE", roots(ca));
        return variables;
    }

    /// The secret goes to curl by its standard input, since others can read a command line.
    static String curl() {
        return "printf 'user = \"%s:%s\"' \"$GATEHOUSE_HTTP_USER\" \"$GATEHOUSE_HTTP_SECRET\""
                + " | curl -K - \"$GATEHOUSE_HTTP_URL/\"";
    }

    /// The variables that libpq, and what is built on it, reads.
    private static Map<String, String> libpq(CredentialCreated credential, Optional<Path> ca) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("PGHOST", credential.host());
        variables.put("PGPORT", Integer.toString(credential.port()));
        variables.put("PGUSER", credential.user());
        variables.put("PGPASSWORD", credential.secret());
        variables.put("PGDATABASE", credential.connection());
        variables.put("PGSSLMODE", "verify-full");
        variables.put("PGSSLROOTCERT", roots(ca));
        return variables;
    }

    static String roots(Optional<Path> ca) {
        return ca.or(() -> SYSTEM_TRUST.stream().filter(Files::isReadable).findFirst())
                .map(file -> file.toAbsolutePath().toString())
                .orElse("system");
    }

    /// For `eval` in a POSIX shell: quoted, so that nothing in a value is run.
    static String exports(Map<String, String> variables) {
        var lines = new StringBuilder();
        variables.forEach((name, value) -> lines.append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        return lines.toString();
    }

    /// psql's connection string without the password.
    static String psql(Map<String, String> variables) {
        return "psql \"host=" + variables.get("PGHOST") + " port=" + variables.get("PGPORT") + " dbname="
                + variables.get("PGDATABASE") + " user=" + variables.get("PGUSER") + " sslmode=verify-full sslrootcert="
                + variables.get("PGSSLROOTCERT") + "\"";
    }
}
