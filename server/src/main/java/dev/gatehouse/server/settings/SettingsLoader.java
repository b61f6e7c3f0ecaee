package dev.gatehouse.server.settings;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Known;
import dev.gatehouse.server.settings.keys.Known.KnownConnection;
import dev.gatehouse.server.settings.keys.ShapeCheck;
import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.YamlFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a configuration and finds all its mistakes at once. Thread-safe.
public final class SettingsLoader {
    private final CelConditions conditions;

    public SettingsLoader(CelConditions conditions) {
        this.conditions = conditions;
    }

    /// Reads `file` and whatever it includes. Never throws for what is written there.
    public Loaded load(Path file) {
        var findings = new Findings();
        var source = YamlFiles.read(file, findings);
        boolean readable = !findings.anyMistake() || !source.root().entries().isEmpty();
        if (readable) {
            new ShapeCheck(known(source.root()), findings).check(Settings.KEYS, source.root());
            new CrossCheck(conditions, findings).check(source.root());
        }
        Optional<Settings> settings = findings.anyMistake()
                ? Optional.empty()
                : Optional.of(Settings.read(new Entries(Settings.KEYS, Optional.of(source.root()))));
        return new Loaded(settings, findings.inOrder(), source);
    }

    private static Known known(Mapping root) {
        var categories = new HashSet<>(Categories.BUILT_IN);
        categories.addAll(Categories.declared(root.get("categories")));
        return new Known(
                names(root.at("identity").flatMap(identity -> identity.at("oidc"))), categories, connections(root));
    }

    private static List<String> names(Optional<Node> list) {
        return list.map(Node::items).orElse(List.of()).stream()
                .flatMap(item -> item.at("name").flatMap(Node::asText).stream())
                .toList();
    }

    private static List<KnownConnection> connections(Mapping root) {
        return root.at("connections").map(Node::items).orElse(List.of()).stream()
                .flatMap(item ->
                        item
                                .at("name")
                                .flatMap(Node::asText)
                                .map(name -> new KnownConnection(name, labels(item)))
                                .stream())
                .toList();
    }

    private static Set<String> labels(Node connection) {
        return connection.at("labels").orElse(null) instanceof Mapping labels
                ? labels.entries().stream()
                        .map(entry -> entry.key() + "=" + entry.value().asText().orElse(""))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
