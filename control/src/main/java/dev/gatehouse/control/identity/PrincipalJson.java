package dev.gatehouse.control.identity;

import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A principal as it stands in the store: `{"kind","groups","chain","root","owner","authTime"}`, an identity or a group
/// being `[issuer, id]`. The session's end and the purpose are not part of it; a credential has its own.
public final class PrincipalJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PrincipalJson() {}

    public static String write(Principal principal) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", principal.kind().word());
        ArrayNode groups = node.putArray("groups");
        principal.groups().stream()
                .sorted(Comparator.comparing(Group::issuer).thenComparing(Group::name))
                .forEach(group -> groups.addArray().add(group.issuer()).add(group.name()));
        ArrayNode chain = node.putArray("chain");
        principal.chain().forEach(identity -> add(chain.addArray(), identity));
        add(node.putArray("root"), principal.root());
        principal.owner().ifPresent(owner -> add(node.putArray("owner"), owner));
        node.put("authTime", principal.authTime().getEpochSecond());
        return JSON.writeValueAsString(node);
    }

    /// Reads what [#write] wrote; only ever given text whose seal holds.
    public static Principal read(String text, Instant ends, Optional<String> purpose) {
        JsonNode node = JSON.readTree(text);
        Set<Group> groups = elements(node.path("groups")).stream()
                .map(pair -> new Group(pair.path(0).asString(), pair.path(1).asString()))
                .collect(Collectors.toSet());
        List<Identity> chain = elements(node.path("chain")).stream()
                .map(PrincipalJson::identity)
                .toList();
        return new Principal(
                chain.getFirst(),
                Kind.of(node.path("kind").asString()).orElseThrow(),
                groups,
                chain,
                identity(node.path("root")),
                node.has("owner") ? Optional.of(identity(node.path("owner"))) : Optional.empty(),
                Instant.ofEpochSecond(node.path("authTime").asLong()),
                ends,
                purpose);
    }

    private static void add(ArrayNode pair, Identity identity) {
        pair.add(identity.issuer()).add(identity.id());
    }

    private static Identity identity(JsonNode pair) {
        return new Identity(pair.path(0).asString(), pair.path(1).asString());
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }
}
