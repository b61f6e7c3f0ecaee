package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.time.Period;

/// The section `retention:`.
///
/// @param contents how long statements and answers are kept; default 90d
/// @param metadata how long who, when, what kind are kept; default 12mo
/// @param ledger how long the ledger of subjects is kept; default 90d
public record RetentionSettings(Period contents, Period metadata, Period ledger) {
    static final Section KEYS = Section.of(
            "retention",
            "How long what is kept.",
            Key.optional("contents", Shape.formatted(Formats.PERIOD), "Statements and answers.")
                    .or("90d"),
            Key.optional("metadata", Shape.formatted(Formats.PERIOD), "Who, when and what kind.")
                    .or("12mo"),
            Key.optional("ledger", Shape.formatted(Formats.PERIOD), "The ledger of data subjects.")
                    .or("90d"));

    static RetentionSettings read(Entries entries) {
        return new RetentionSettings(
                entries.value("contents", Formats.PERIOD),
                entries.value("metadata", Formats.PERIOD),
                entries.value("ledger", Formats.PERIOD));
    }
}
