package dev.gatehouse.model;

import java.util.Map;

/// Connections that tests of several packages ask of.
public final class Connections {
    private Connections() {}

    /// Open to everybody, as strict about data as the defaults are.
    public static Connection shop() {
        return shop(Connection.Unclassified.MASK, Connection.Predicates.EQUALITY, false);
    }

    public static Connection shop(
            Connection.Unclassified unclassified, Connection.Predicates predicates, boolean purposeRequired) {
        return new Connection(
                "shop",
                "postgres",
                Map.of("stage", "live"),
                Selectors.EVERYONE,
                unclassified,
                predicates,
                purposeRequired);
    }

    public static Connection shop(Selectors access) {
        return new Connection(
                "shop",
                "postgres",
                Map.of(),
                access,
                Connection.Unclassified.MASK,
                Connection.Predicates.EQUALITY,
                false);
    }
}
