package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.Connections;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.model.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections of the configuration in force, by name, and the listeners that were opened at the start.
public final class ServedConnections implements Connections {
    private final CurrentRules rules;
    private final Map<String, Address> listeners;
    private final TargetReach reach;

    /// @param listeners by the type of the connections that they are for
    public ServedConnections(CurrentRules rules, Map<String, Address> listeners, TargetReach reach) {
        this.rules = rules;
        this.listeners = Map.copyOf(listeners);
        this.reach = reach;
    }

    @Override
    public List<Connection> all() {
        return rules.get().connections().values().stream()
                .sorted(Comparator.comparing(Connection::name))
                .toList();
    }

    @Override
    public Optional<Address> listener(String type) {
        return Optional.ofNullable(listeners.get(type));
    }

    @Override
    public Optional<Health> health(String name) {
        return reach.of(name);
    }
}
