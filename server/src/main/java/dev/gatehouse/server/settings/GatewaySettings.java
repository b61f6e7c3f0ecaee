package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.nio.file.Path;

/// The section `gateway:`.
///
/// @param name the gateway's name, which its log carries
/// @param data the directory of log, recordings, state and index
/// @param keys the directory of the master key and the signing key; outside `data`
/// @param log how the operator's log is written
public record GatewaySettings(String name, Path data, Path keys, Log log) {
    /// `gateway.log`
    public enum Log {
        TEXT,
        JSON
    }

    static final Section KEYS = Section.of(
            "gateway",
            "The gateway itself.",
            Key.required(
                    "name", Shape.formatted(Formats.NAME), "The gateway's name; its log carries it. Never reuse one."),
            Key.required("data", Shape.text(Shape.Meaning.PLACE), "The directory of log, recordings, state and index."),
            Key.required(
                    "keys",
                    Shape.text(Shape.Meaning.PLACE),
                    "The directory of the master key and the signing key. Must lie outside `data`. "
                            + "`gatehouse init` creates the keys."),
            Key.optional(
                            "log",
                            Shape.word(Log.values()),
                            "How the operator's log on standard error is written: for people, or one JSON object a line.")
                    .or("text"));

    static GatewaySettings read(Entries entries) {
        return new GatewaySettings(
                entries.text("name"), entries.path("data"), entries.path("keys"), entries.word("log", Log.values()));
    }
}
