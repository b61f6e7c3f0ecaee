/// The configuration's text as a tree that remembers where everything stands.
///
/// [dev.gatehouse.server.settings.yaml.YamlFiles] reads a file and whatever it includes, and merges them;
/// [dev.gatehouse.server.settings.yaml.Node] is the tree; each node has its
/// [dev.gatehouse.server.settings.yaml.Place], so that a [dev.gatehouse.server.settings.yaml.Finding] can say file,
/// line
/// and column. Nothing here knows a key but `include`.
@NullMarked
package dev.gatehouse.server.settings.yaml;

import org.jspecify.annotations.NullMarked;
