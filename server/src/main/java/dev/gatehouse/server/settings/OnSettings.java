package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.List;

/// `on:` of a rule or a mask.
///
/// @param connection a name, a glob or `label:key=value`; default any
/// @param who default everybody
public record OnSettings(String connection, List<String> who) {
    public OnSettings {
        who = List.copyOf(who);
    }

    static final Section KEYS = Section.of(
            "on",
            "What a rule or a mask concerns.",
            Key.optional(
                            "connection",
                            Shape.text(Shape.Meaning.CONNECTIONS),
                            "A connection's name, a glob or `label:key=value`.")
                    .or("*"),
            Key.optional("who", Shape.selectors(), "Whom it concerns.").or("*"));

    static OnSettings read(Entries entries) {
        return new OnSettings(entries.text("connection"), entries.texts("who"));
    }
}
