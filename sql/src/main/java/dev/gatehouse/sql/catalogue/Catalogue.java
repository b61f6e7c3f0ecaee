package dev.gatehouse.sql.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A snapshot of a target's catalogue. Immutable and safe to share.
public final class Catalogue {
    private static final Set<Integer> TELLS_NOTHING =
            Set.of(16, 20, 21, 23, 26, 700, 701, 1083, 1114, 1184, 1266, 1700, 2950);

    private final int serverVersion;
    private final Set<String> schemas;
    private final Map<String, Map<String, Relation>> relations = new HashMap<>();
    private final Map<Integer, Relation> relationsByOid = new HashMap<>();
    private final Map<Integer, List<Relation>> children = new HashMap<>();
    private final Map<Integer, Type> types = new HashMap<>();
    private final Map<String, Map<String, Type>> typesByName = new HashMap<>();
    private final List<Routine> routines;
    private final Map<String, Set<String>> routineNames = new HashMap<>();
    private final Map<String, Set<String>> operators;
    private final Set<Integer> castTypes;
    private final Definitions definitions;
    private final Map<String, Map<String, List<Function>>> functions = new HashMap<>();

    /// A catalogue without the texts of views and functions, which are then not followed.
    public Catalogue(
            int serverVersion,
            Collection<String> schemas,
            Collection<Relation> relations,
            Collection<Type> types,
            Collection<Routine> routines,
            Map<String, Set<String>> operators,
            Set<Integer> castTypes) {
        this(serverVersion, schemas, relations, types, routines, operators, castTypes, Definitions.NONE);
    }

    /// @param serverVersion as `server_version_num`, such as 150014
    /// @param routines all outside `pg_catalog`
    /// @param operators by schema, the names of operators that could take the place of a built-in one
    /// @param castTypes OIDs of types with a cast that calls a function of somebody's own
    public Catalogue(
            int serverVersion,
            Collection<String> schemas,
            Collection<Relation> relations,
            Collection<Type> types,
            Collection<Routine> routines,
            Map<String, Set<String>> operators,
            Set<Integer> castTypes,
            Definitions definitions) {
        this.serverVersion = serverVersion;
        this.schemas = Set.copyOf(schemas);
        this.routines = List.copyOf(routines);
        this.operators = Map.copyOf(operators);
        this.castTypes = Set.copyOf(castTypes);
        this.definitions = definitions;
        for (Function function : definitions.functions()) {
            functions
                    .computeIfAbsent(function.schema(), absent -> new HashMap<>())
                    .computeIfAbsent(function.name(), absent -> new ArrayList<>())
                    .add(function);
        }
        relations.forEach(this::add);
        types.forEach(this::add);
        for (Routine routine : routines) {
            routineNames
                    .computeIfAbsent(routine.schema(), absent -> new HashSet<>())
                    .add(routine.name());
        }
    }

    private void add(Relation relation) {
        relations.computeIfAbsent(relation.schema(), absent -> new HashMap<>()).put(relation.name(), relation);
        relationsByOid.put(relation.oid(), relation);
        for (int parent : relation.parents()) {
            children.merge(parent, List.of(relation), (a, b) -> {
                var all = new ArrayList<>(a);
                all.addAll(b);
                return List.copyOf(all);
            });
        }
    }

    private void add(Type type) {
        types.put(type.oid(), type);
        typesByName.computeIfAbsent(type.schema(), absent -> new HashMap<>()).put(type.name(), type);
    }

    public int serverVersion() {
        return serverVersion;
    }

    public Set<String> schemas() {
        return schemas;
    }

    public boolean hasSchema(String schema) {
        return schemas.contains(schema);
    }

    public Collection<Relation> relations() {
        return relationsByOid.values();
    }

    public Collection<Type> types() {
        return types.values();
    }

    public List<Routine> routines() {
        return routines;
    }

    public Map<String, Set<String>> operators() {
        return operators;
    }

    public Set<Integer> castTypes() {
        return castTypes;
    }

    public Definitions definitions() {
        return definitions;
    }

    /// The query that a view, or a materialized view, is made of.
    public Optional<String> view(Relation relation) {
        return Optional.ofNullable(definitions.views().get(relation.oid()));
    }

    /// The functions of that name in a schema other than `pg_catalog`, with what is known of each.
    public List<Function> functions(String schema, String name) {
        return functions.getOrDefault(schema, Map.of()).getOrDefault(name, List.of());
    }

    public Optional<Relation> relation(String schema, String name) {
        return Optional.ofNullable(relations.getOrDefault(schema, Map.of()).get(name));
    }

    public Optional<Relation> relation(int oid) {
        return Optional.ofNullable(relationsByOid.get(oid));
    }

    /// Tables that inherit from this one directly, or are its partitions.
    public List<Relation> children(Relation relation) {
        return children.getOrDefault(relation.oid(), List.of());
    }

    public Optional<Type> type(String schema, String name) {
        return Optional.ofNullable(typesByName.getOrDefault(schema, Map.of()).get(name));
    }

    /// Whether a function of that name exists in a schema other than `pg_catalog`.
    public boolean hasRoutine(String schema, String name) {
        return routineNames.getOrDefault(schema, Set.of()).contains(name);
    }

    public boolean hasOperator(String schema, String name) {
        return operators.getOrDefault(schema, Set.of()).contains(name);
    }

    /// Whether converting a value of this type may call a function of somebody's own.
    public boolean castsByFunction(int type) {
        return castTypes.contains(type);
    }

    /// Whether values of this type can say something about a person though nobody classified the column: all types but
    /// boolean, numbers, timestamps, times, uuid and enums. Arrays and domains count as what they are made of.
    public boolean telling(int oid) {
        if (TELLS_NOTHING.contains(oid)) {
            return false;
        }
        var type = types.get(oid);
        if (type == null) {
            return true;
        }
        if (type.kind() == 'd') {
            return telling(type.base());
        }
        return type.element() != 0 ? telling(type.element()) : type.kind() != 'e';
    }
}
