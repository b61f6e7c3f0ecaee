package dev.gatehouse.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One way to the database, and the processes whose CPU time it costs.
///
/// @param tls whether the client is made to use TLS
/// @param processes between client and database
record Way(String name, int port, String user, String password, String database, boolean tls, List<Long> processes) {
    /// By which stock clients find it.
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", Integer.toString(port));
        environment.put("PGUSER", user);
        environment.put("PGPASSWORD", password);
        environment.put("PGDATABASE", database);
        environment.put("PGSSLMODE", tls ? "require" : "disable");
        environment.put("PGCONNECT_TIMEOUT", "20");
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }
}
