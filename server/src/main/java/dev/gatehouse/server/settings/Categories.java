package dev.gatehouse.server.settings;

import dev.gatehouse.detection.Detection;
import dev.gatehouse.model.Category;
import dev.gatehouse.server.settings.yaml.Node;
import java.util.List;
import java.util.Optional;

/// The categories that need no declaration.
public final class Categories {
    public static final List<String> BUILT_IN = List.of(
            "identity.name",
            "identity.birth-date",
            "identity.profile",
            "identity.document",
            "contact.email",
            "contact.phone",
            "contact.address",
            "national-id",
            "financial.card",
            "financial.iban",
            "financial.account",
            "health",
            "network.ip",
            "network.mac",
            "location",
            "username",
            "credential",
            "free-text",
            "other",
            "none");

    /// Those that this version has a detector for.
    public static final List<String> DETECTABLE =
            Detection.CATEGORIES.stream().map(Category::name).sorted().toList();

    private Categories() {}

    /// The names declared under `categories:`, each a text or a mapping with `id`.
    static List<String> declared(Optional<Node> node) {
        return node.map(Node::items).orElse(List.of()).stream()
                .flatMap(item -> item.asText().or(() -> item.at("id").flatMap(Node::asText)).stream())
                .toList();
    }
}
