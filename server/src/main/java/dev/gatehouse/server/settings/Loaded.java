package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.yaml.Finding;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Place;
import dev.gatehouse.server.settings.yaml.YamlFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of loading a configuration.
///
/// @param settings empty when there is any mistake: half a configuration is none
/// @param findings mistakes and warnings in the order of files and lines
/// @param source the text it came from, as a tree
public record Loaded(Optional<Settings> settings, List<Finding> findings, YamlFiles source) {
    public Loaded {
        findings = List.copyOf(findings);
    }

    public List<Finding> mistakes() {
        return findings.stream().filter(Finding::mistake).toList();
    }

    /// SHA-256, hexadecimal, over the bytes of all files.
    public String digest() {
        return source.digest();
    }

    /// Every setting as `rules[staff].then` = `allow`, defaults included, in the order of the file.
    public Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        Flattened.of(source.root()).forEach((path, line) -> lines.put(path, line.value()));
        return lines;
    }

    /// Where the entry `name` of the list `list` (such as `connections`) stands, or else where the file begins.
    public Place placeOf(String list, String name) {
        return source.root().at(list).map(Node::items).orElse(List.of()).stream()
                .filter(item -> item.at("name")
                        .or(() -> item.at("id"))
                        .flatMap(Node::asText)
                        .filter(name::equals)
                        .isPresent())
                .map(Node::place)
                .findFirst()
                .orElse(source.root().place());
    }
}
