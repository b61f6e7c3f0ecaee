package dev.gatehouse.gateway;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.HttpFacts;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// How what a session does is written into sealed contents: CBOR maps with the keys that `sessions show -o json`
/// prints.
final class Contents {
    private Contents() {}

    static Content identity(Principal principal, LoginRequest login, Optional<String> protocol) {
        var map = new LinkedHashMap<String, Object>();
        map.put("who", principal.who().id());
        map.put("issuer", principal.who().issuer());
        map.put("kind", principal.kind().word());
        map.put(
                "groups",
                principal.groups().stream().map(g -> g.name()).sorted().toList());
        map.put("chain", principal.chain().stream().map(Identity::toString).toList());
        map.put("root", principal.root().toString());
        principal.owner().ifPresent(owner -> map.put("owner", owner.toString()));
        principal.purpose().ifPresent(purpose -> map.put("purpose", purpose));
        login.client().ifPresent(client -> map.put("client", client));
        map.put("connection", login.connection());
        protocol.ifPresent(type -> map.put("protocol", type));
        map.put("source", login.source());
        map.put("authTime", principal.authTime().toString());
        map.put("ends", principal.ends().toString());
        return sealed(Content.Kind.IDENTITY, List.of("identity.profile", "network.ip"), map);
    }

    static Content refusedLogin(LoginRequest login, String reason) {
        var map = new LinkedHashMap<String, Object>();
        map.put("user", login.user());
        map.put("connection", login.connection());
        map.put("source", login.source());
        map.put("reason", reason);
        return sealed(Content.Kind.IDENTITY, List.of("identity.profile", "network.ip"), map);
    }

    /// A statement without its constants. The same shape is sealed once in a session and referred to by number.
    static Content shape(int number, String shape) {
        return sealed(Content.Kind.STATEMENT_SHAPE, List.of(), Map.of("shape", (long) number, "text", shape));
    }

    /// Written field by field: every operation has one of these.
    static Content literals(int shape, Operation.OfClient asked) {
        var literals = asked.literals();
        var map = new CborWriter().fields(2).text("shape").whole(shape).text("literals");
        map.sequence(literals.size());
        literals.forEach(map::bytes);
        return new Content(Content.Kind.STATEMENT_LITERALS, categories(asked), null, Slice.of(map.take()));
    }

    static Content own(Operation.Own own) {
        return sealed(
                Content.Kind.DETAIL,
                List.of(),
                Map.of("purpose", own.purpose().name().toLowerCase(java.util.Locale.ROOT), "detail", own.detail()));
    }

    /// What a shape was understood to do, and how its answer is shown.
    static Content understood(int shape, Operation.OfClient asked, List<List<ColumnMask>> masks) {
        var map = new LinkedHashMap<String, Object>();
        map.put("shape", (long) shape);
        switch (asked) {
            case Operation.Statement statement -> understood(map, statement.facts());
            case Operation.HttpCall call -> understood(map, call.facts());
        }
        var answers = new java.util.ArrayList<List<Map<String, Object>>>();
        for (int i = 0; i < masks.size(); i++) {
            answers.add(columns(asked.outputs().get(i), masks.get(i)));
        }
        map.put("answers", answers);
        return sealed(Content.Kind.UNDERSTOOD, List.of(), map);
    }

    private static void understood(Map<String, Object> map, HttpFacts facts) {
        map.put("effect", facts.effect().word());
        map.put("kinds", List.of(facts.method()));
        map.put("relations", List.of(facts.template()));
    }

    private static void understood(Map<String, Object> map, SqlFacts facts) {
        map.put("effect", facts.effect().word());
        map.put("kinds", new TreeSet<>(facts.kinds()));
        map.put("relations", new TreeSet<>(facts.relations()));
        map.put("reads", facts.reads().stream().map(Contents::use).distinct().toList());
        map.put("writes", facts.writes().stream().map(Contents::use).distinct().toList());
        map.put("filtered", facts.filtered());
    }

    private static List<Map<String, Object>> columns(List<OutputColumn> outputs, List<ColumnMask> masks) {
        var columns = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < outputs.size(); i++) {
            var column = outputs.get(i);
            var map = new LinkedHashMap<String, Object>();
            map.put("name", column.name());
            map.put(
                    "sources",
                    column.sources().stream().map(ColumnName::toString).toList());
            map.put(
                    "categories",
                    column.categories().stream().map(Category::name).sorted().toList());
            map.put("mask", masks.get(i).scan() ? "scan" : masks.get(i).method().word());
            map.put("plain", column.plain());
            columns.add(map);
        }
        return columns;
    }

    private static Map<String, Object> use(ColumnUse use) {
        return Map.of(
                "column", use.column().toString(),
                "category", use.category().name(),
                "role", use.role().word());
    }

    private static List<String> categories(Operation.OfClient asked) {
        return switch (asked) {
            case Operation.Statement statement -> categories(statement.facts());
            case Operation.HttpCall _ -> List.of(Category.UNCLASSIFIED.name());
        };
    }

    private static List<String> categories(SqlFacts facts) {
        if (facts.predicates().isEmpty()) {
            return List.of();
        }
        return facts.predicates().stream()
                .map(predicate -> predicate.category().name())
                .distinct()
                .sorted()
                .toList();
    }

    private static Content sealed(Content.Kind kind, List<String> categories, Map<String, Object> map) {
        return new Content(kind, categories, null, Slice.of(CborWriter.write(cbor(map))));
    }

    private static Cbor cbor(Object value) {
        return switch (value) {
            case String text -> new Cbor.Text(text);
            case Long number -> new Cbor.Whole(number);
            case Boolean flag -> new Cbor.Flag(flag);
            case Slice bytes -> new Cbor.Bytes(bytes);
            case Collection<?> items ->
                new Cbor.Sequence(items.stream().map(Contents::cbor).toList());
            case Map<?, ?> map -> {
                var fields = new TreeMap<String, Cbor>(Cbor.KEY_ORDER);
                map.forEach((key, item) -> fields.put((String) key, cbor(item)));
                yield new Cbor.Fields(fields);
            }
            default -> throw new IllegalArgumentException("no content is made of " + value.getClass());
        };
    }
}
