package dev.gatehouse.control.rules;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.BYTES;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.values.CelByteString;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.HttpFacts;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.SqlFacts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that a condition may look at.
final class FactTypes implements CelTypeProvider {
    private static final CelType STRINGS = ListType.create(STRING);

    static final FactGroup<ColumnUse> COLUMN = new FactGroup<>(
            "Column",
            List.of(
                    FactField.of("schema", STRING, use -> use.column().schema()),
                    FactField.of("table", STRING, use -> use.column().table()),
                    FactField.of("column", STRING, use -> use.column().column()),
                    FactField.of("category", STRING, use -> use.category().name()),
                    FactField.of("personal", BOOL, use -> use.category().personal()),
                    new FactField<>(
                            "role",
                            STRING,
                            use -> use.role().word(),
                            words(ColumnUse.Role.values(), ColumnUse.Role::word))));

    private static final CelType COLUMNS = ListType.create(COLUMN.type());

    static final FactGroup<SqlFacts> SQL = new FactGroup<>(
            "Sql",
            List.of(
                    new FactField<>("effect", STRING, sql -> sql.effect().word(), words(Effect.values(), Effect::word)),
                    FactField.of("kinds", STRINGS, sql -> List.copyOf(sql.kinds())),
                    FactField.of("reads", COLUMNS, sql -> columns(sql.reads())),
                    FactField.of("writes", COLUMNS, sql -> columns(sql.writes())),
                    FactField.of("relations", STRINGS, sql -> List.copyOf(sql.relations())),
                    FactField.of("functions", STRINGS, sql -> List.copyOf(sql.functions())),
                    FactField.of("filtered", BOOL, SqlFacts::filtered),
                    FactField.of("limit", INT, SqlFacts::limit),
                    FactField.of("statements", INT, sql -> (long) sql.statements())));

    static final FactGroup<HttpFacts> HTTP = new FactGroup<>(
            "Http",
            List.of(
                    FactField.of("method", STRING, HttpFacts::method),
                    FactField.of("path", STRING, HttpFacts::path),
                    FactField.of("template", STRING, HttpFacts::template),
                    FactField.of("query", MapType.create(STRING, STRINGS), HttpFacts::query),
                    FactField.of("headers", MapType.create(STRING, STRINGS), HttpFacts::headers),
                    FactField.of("contentType", STRING, HttpFacts::contentType),
                    FactField.of(
                            "body", BYTES, http -> CelByteString.of(http.body().toBytes()))));

    /// No operation of this version has them: a condition that names them matches nothing yet.
    static final FactGroup<Void> K8S = new FactGroup<>(
            "K8s",
            Stream.of("verb", "group", "version", "resource", "subresource", "namespace", "name")
                    .map(name -> none(name, STRING))
                    .toList());

    static final FactGroup<Principal> WHO = new FactGroup<>(
            "Who",
            List.of(
                    FactField.of("id", STRING, who -> who.who().id()),
                    new FactField<>("kind", STRING, who -> who.kind().word(), words(Kind.values(), Kind::word)),
                    FactField.of(
                            "groups",
                            STRINGS,
                            who -> who.groups().stream()
                                    .map(group -> group.name())
                                    .toList()),
                    FactField.of(
                            "chain",
                            STRINGS,
                            who -> who.chain().stream().map(Identity::id).toList()),
                    FactField.of(
                            "owner",
                            STRING,
                            who -> who.owner().map(Identity::id).orElse("")),
                    FactField.of("authTime", TIMESTAMP, Principal::authTime)));

    static final FactGroup<Connection> CONNECTION = new FactGroup<>(
            "Connection",
            List.of(
                    FactField.of("name", STRING, Connection::name),
                    FactField.of("type", STRING, Connection::type),
                    FactField.of("labels", MapType.create(STRING, STRING), Connection::labels)));

    private static final List<FactGroup<?>> GROUPS = List.of(COLUMN, SQL, HTTP, K8S, WHO, CONNECTION);

    /// The variables by name.
    static final Map<String, CelType> VARIABLES = variables();

    private static Map<String, CelType> variables() {
        var variables = new LinkedHashMap<String, CelType>();
        variables.put("sql", SQL.type());
        variables.put("http", HTTP.type());
        variables.put("k8s", K8S.type());
        variables.put("who", WHO.type());
        variables.put("connection", CONNECTION.type());
        variables.put("purpose", STRING);
        variables.put("now", TIMESTAMP);
        variables.put("sourceIp", STRING);
        variables.put("mintsCredential", BOOL);
        return variables;
    }

    private static FactField<Void> none(String name, CelType type) {
        return FactField.of(name, type, _ -> {
            throw new IllegalStateException("no operation has " + name);
        });
    }

    private static <E> List<String> words(E[] values, java.util.function.Function<E, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private static List<FactView<ColumnUse>> columns(List<ColumnUse> uses) {
        return uses.stream().map(COLUMN::view).toList();
    }

    /// The declared group that a structure of the type checker stands for.
    static Optional<FactGroup<?>> group(String typeName) {
        return GROUPS.stream().filter(group -> group.name().equals(typeName)).findFirst();
    }

    /// Every name that a condition can be about, for suggestions.
    static List<String> names() {
        return Stream.concat(
                        VARIABLES.keySet().stream(),
                        GROUPS.stream().flatMap(group -> group.fields().stream().map(FactField::name)))
                .distinct()
                .toList();
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(
                GROUPS.stream().<CelType>map(FactGroup::type).toList());
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return group(typeName).map(FactGroup::type);
    }
}
