/// The configuration: one YAML file (and whatever it includes) as records, and all its mistakes at once.
///
/// [dev.gatehouse.server.settings.SettingsLoader] is the way in: it reads, checks and returns
/// [dev.gatehouse.server.settings.Loaded]. Each section has a record of its own that declares its keys, their defaults
/// and how it is read from them: adding a key is one line in the section's `KEYS`, one in its `read`, and one
/// component;
/// the JSON Schema and the reference page follow (their tests say how to rewrite them).
/// [dev.gatehouse.server.settings.CrossCheck] holds what no single key can tell, such as a rule id used twice.
/// [dev.gatehouse.server.settings.Translation] turns settings into what the core decides by.
/// [dev.gatehouse.server.settings.ConfigurationWatcher] notices changed files, and
/// [dev.gatehouse.server.settings.Reload] says what changed and whether that takes a restart.
@NullMarked
package dev.gatehouse.server.settings;

import org.jspecify.annotations.NullMarked;
