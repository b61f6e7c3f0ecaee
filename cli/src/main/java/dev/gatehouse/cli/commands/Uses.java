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

    /// The variables that libpq, and what is built on it, reads.
    static Map<String, String> environment(CredentialCreated credential, Optional<Path> ca) {
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
