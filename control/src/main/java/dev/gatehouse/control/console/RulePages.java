package dev.gatehouse.control.console;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.ExplainRequest;
import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.control.admin.Asked;
import dev.gatehouse.control.admin.Endpoint;
import dev.gatehouse.control.console.pages.JteplaygroundGenerated;
import dev.gatehouse.control.console.pages.JterulesGenerated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules, how they changed, and a place to try a statement.
final class RulePages {
    private final Api api;

    RulePages(Api api) {
        this.api = api;
    }

    Reply rules(Look look, Visit visit) throws Turned {
        List<ConfigurationLoad> loads = api.all(look, ConfigurationLoad.class, Endpoint.LIST_LOADS);
        var shown = new ShownRules(
                api.all(look, RuleInfo.class, Endpoint.LIST_RULES), loads, difference(look, visit, loads));
        return Pages.html(out -> JterulesGenerated.render(out, null, look, shown));
    }

    /// Between the two loads that were asked for, or else between the last two.
    private Optional<ConfigurationDifference> difference(Look look, Visit visit, List<ConfigurationLoad> loads)
            throws Turned {
        List<String> comparable = loads.stream()
                .filter(ConfigurationLoad::comparable)
                .map(ConfigurationLoad::id)
                .toList();
        if (comparable.size() < 2) {
            return Optional.empty();
        }
        String from = visit.query("from").filter(comparable::contains).orElse(comparable.get(1));
        String to = visit.query("to").filter(comparable::contains).orElse(comparable.getFirst());
        return Optional.of(api.read(
                look,
                ConfigurationDifference.class,
                Endpoint.COMPARE_LOADS,
                Asked.of(Map.of("from", from, "to", to), Map.of(), new byte[0])));
    }

    Reply playground(Look look, Visit visit) throws Turned {
        return tried(
                look, new Trial(connections(look), visit.query("connection").orElse(""), "", "", Optional.empty(), ""));
    }

    /// What would be decided. Nothing of the statement runs.
    Reply explain(Look look, Visit visit) throws Turned, IOException {
        String connection = visit.field("connection");
        String sql = visit.field("sql");
        String purpose = visit.field("purpose").strip();
        var wish = new ExplainRequest(connection, sql, Optional.of(purpose).filter(text -> !text.isEmpty()));
        Optional<Explanation> explanation = Optional.empty();
        String complaint = "";
        try {
            explanation = Optional.of(api.read(look, Explanation.class, Endpoint.EXPLAIN, visit.asked(wish)));
        } catch (Turned turned) {
            complaint = turned.problem().detail();
        }
        return tried(look, new Trial(connections(look), connection, sql, purpose, explanation, complaint));
    }

    private static Reply tried(Look look, Trial trial) {
        return Pages.html(out -> JteplaygroundGenerated.render(out, null, look, trial));
    }

    private List<String> connections(Look look) throws Turned {
        return api.all(look, ConnectionInfo.class, Endpoint.LIST_CONNECTIONS).stream()
                .filter(connection -> connection.type().equals("postgres"))
                .map(ConnectionInfo::name)
                .toList();
    }
}
