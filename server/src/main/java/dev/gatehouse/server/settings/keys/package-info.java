/// What may be written in a configuration: every key with its form, default and meaning, said once.
///
/// A [dev.gatehouse.server.settings.keys.Section] lists its [dev.gatehouse.server.settings.keys.Key]s; a key's
/// [dev.gatehouse.server.settings.keys.Shape] says what its value looks like. From that one description come the check
/// of a file ([dev.gatehouse.server.settings.keys.ShapeCheck]), the typed view that the settings records are read from
/// ([dev.gatehouse.server.settings.keys.Entries]), the published JSON Schema
/// ([dev.gatehouse.server.settings.keys.JsonSchema]) and the reference page
/// ([dev.gatehouse.server.settings.keys.ReferencePage]). Adding a key means adding one line where its section is
/// declared, next to the record that holds it.
@NullMarked
package dev.gatehouse.server.settings.keys;

import org.jspecify.annotations.NullMarked;
