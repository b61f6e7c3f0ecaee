package dev.gatehouse.server.command;

import dev.gatehouse.demo.DemoApi;
import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.DemoIdentity;
import dev.gatehouse.demo.DemoIssuer;
import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.server.RunningGateway;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a demo says once everything runs: for people a few lines to paste, for programs one line of JSON.
record DemoReady(
        RunningGateway gateway,
        DemoDatabase database,
        DemoApi api,
        DemoIssuer issuer,
        DemoCertificates certificates,
        DemoPlace place) {

    String json() {
        var ready = new LinkedHashMap<String, Object>();
        ready.put("ready", true);
        gateway.consoleUrl().ifPresent(url -> ready.put("console", url));
        ready.put("ca", certificates.ca().toAbsolutePath().toString());
        ready.put("logKey", gateway.logKey());
        ready.put("postgres", Map.of("host", "localhost", "port", port(), "database", DemoDatabase.NAME));
        ready.put("http", origin());
        ready.put("crm", crm());
        ready.put("direct", direct());
        ready.put(
                "identities",
                issuer.identities().stream().map(DemoReady::identity).toList());
        ready.put("config", place.configuration().toString());
        ready.put("data", place.data().toString());
        return JsonMapper.shared().writeValueAsString(ready);
    }

    private int port() {
        return gateway.address("postgres").getPort();
    }

    /// The API behind the gateway, and the way around it to compare with.
    private Map<String, Object> crm() {
        return Map.of("url", httpUrl(), "direct", Map.of("url", api.url(), "token", api.token()));
    }

    private String httpUrl() {
        return origin() + "/http/crm";
    }

    /// Where proxied HTTP is; another origin than the console's.
    private String origin() {
        return "https://localhost:" + gateway.address("http").getPort();
    }

    /// The same agent, over HTTP.
    private String curl() {
        return "And the customers once more, behind an HTTP API; as the agent:\n\n"
                + "TOKEN=" + issuer.mint(DemoPart.AGENT) + "\n"
                + "curl --cacert " + certificates.ca().toAbsolutePath() + " -H \"Authorization: Bearer $TOKEN\" "
                + httpUrl() + "/customers/7     # answers, masked\n\n";
    }

    private Map<String, Object> direct() {
        var direct = new LinkedHashMap<String, Object>();
        direct.put("host", database.host());
        direct.put("port", database.port());
        direct.put("user", database.owner().user());
        direct.put("password", database.owner().password());
        direct.put("database", DemoDatabase.NAME);
        return direct;
    }

    private static Map<String, Object> identity(DemoIdentity identity) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", identity.name());
        map.put("user", identity.user());
        map.put("groups", identity.groups());
        map.put("token", identity.token());
        return map;
    }

    /// What to paste before gatehouse's own commands: as the officer, who may see every session.
    private String console() {
        return gateway.consoleUrl()
                .map(url -> "In a browser: " + url + " (choose whom to be; the certificate is signed by "
                        + certificates.ca().toAbsolutePath()
                        + ").\n\nGatehouse's own commands ask the same gateway; here as the officer, who sees every"
                        + " session:\n\nexport GATEHOUSE_URL=" + url
                        + "\nexport GATEHOUSE_CA=" + certificates.ca().toAbsolutePath()
                        + "\nexport GATEHOUSE_TOKEN=" + issuer.mint(DemoPart.OFFICER)
                        + "\n\n  gatehouse sessions list                  # then: sessions show ID, sessions play ID"
                        + "\n  gatehouse credentials create shop        # for a stock client, 15 minutes"
                        + "\n  gatehouse disable connection shop        # with the operator's token; ends what is open"
                        + "\n\n")
                .orElse("");
    }

    String text() {
        var text = new StringBuilder();
        text.append("\nGatehouse is between you and a real PostgreSQL. Paste one of these:\n\n");
        for (DemoIdentity identity : issuer.identities()) {
            text.append("# ")
                    .append(identity.name())
                    .append(" (")
                    .append(identity.user())
                    .append(")\n")
                    .append("PGPASSWORD=")
                    .append(identity.token())
                    .append(" \\\n  psql \"host=localhost port=")
                    .append(port())
                    .append(" dbname=shop user=")
                    .append(identity.user())
                    .append(" sslmode=verify-full sslrootcert=")
                    .append(certificates.ca().toAbsolutePath())
                    .append("\"\n\n");
        }
        text.append("Then try, as the agent:\n")
                .append("  SELECT * FROM customers WHERE id < 20;   -- answers, masked\n")
                .append("  SELECT * FROM customers;                 -- refused, with a reason\n")
                .append("  DELETE FROM customers WHERE id = 1;      -- would need the lead\n\n")
                .append(curl())
                .append(console())
                .append("What happened is on record: gatehouse sessions list -c ")
                .append(place.configuration())
                .append("\nand nobody can change it unnoticed: gatehouse verify ")
                .append(place.data())
                .append(" --key '")
                .append(gateway.logKey())
                .append("'\n\nCtrl-C stops everything.");
        return text.toString();
    }
}
