package dev.gatehouse.bypass;

import java.util.List;

/// One named way to ask for what must not be shown.
///
/// @param group what kind of trick it is
/// @param bounded it asks for equality with a value, which a proxy may answer as often as its budget allows
/// @param write it runs in a transaction that is rolled back
/// @param preparations run over the direct connection before everything else, such as views that exist already
/// @param statements sent one after the other in one session, with placeholders (see [Place])
public record Attack(
        String group, String name, boolean bounded, boolean write, List<String> preparations, List<String> statements) {
    public Attack {
        preparations = List.copyOf(preparations);
        statements = List.copyOf(statements);
    }
}
