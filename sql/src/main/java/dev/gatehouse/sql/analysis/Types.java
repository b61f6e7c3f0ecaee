package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.Set;

/// Names of types in casts and definitions.
final class Types {
    /// Types to which any value converts without failing and without losing anything.
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

    private final Analysis in;

    Types(Analysis in) {
        this.in = in;
    }

    /// Looks at a type name and refuses types that bring functions of somebody's own.
    ///
    /// @return whether converting to it cannot fail
    boolean check(Node typeName) {
        var name = typeName.names("names");
        boolean array = typeName.has("arrayBounds");
        boolean limited = typeName.has("typmods");
        typeName.readAll();
        if (name.isEmpty()) {
            return false;
        }
        String schema = name.size() > 1 ? name.get(name.size() - 2) : "";
        if (in.names.temporary(schema, name.getLast())) {
            in.findings.problem("A temporary table has the name of the type " + name.getLast() + ". Rename it.");
        }
        in.names.type(schema, name.getLast()).ifPresent(type -> {
            boolean own = type.kind() == 'b' && type.element() == 0 && !type.extension();
            if (own || in.catalogue.castsByFunction(type.oid())) {
                in.findings.problem("Converting to the type " + type.schema() + "." + type.name()
                        + " calls a function of its own. Leave the conversion out.");
            }
        });
        return !array && !limited && TEXTS.contains(name.getLast());
    }
}
