package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.List;

/// The section `roles:`; a role that is not written is nobody's.
///
/// @param operator may disable, enable and end sessions
/// @param auditor may read the record
/// @param approver may be asked at all; a rule's `from` narrows it down
public record RoleSettings(List<String> operator, List<String> auditor, List<String> approver) {
    public RoleSettings {
        operator = List.copyOf(operator);
        auditor = List.copyOf(auditor);
        approver = List.copyOf(approver);
    }

    static final Section KEYS = Section.of(
            "roles",
            "Who may do what at the gateway itself. A role that is not written is nobody's.",
            Key.optional("operator", Shape.selectors(), "May disable, enable and end sessions."),
            Key.optional("auditor", Shape.selectors(), "May read the record."),
            Key.optional("approver", Shape.selectors(), "May be asked at all; a rule's `from` narrows it down."));

    static RoleSettings read(Entries entries) {
        return new RoleSettings(entries.texts("operator"), entries.texts("auditor"), entries.texts("approver"));
    }
}
