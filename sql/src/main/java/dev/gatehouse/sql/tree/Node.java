package dev.gatehouse.sql.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One node of a parse tree: its type, and fields that are nodes, lists of nodes, texts, numbers or flags.
///
/// The grammar leaves out what has its default value, so a missing field reads as absent, empty, 0 or false. Reading a
/// field marks it; [#unread] then tells what an analysis did not look at. A node also knows whether anybody
/// took a value out of it, see [#opened]. Made for one analysis by one thread.
public final class Node {
    private static final int MOST_FIELDS = 64;
    private static final Object ABSENT = new Object();

    private final String type;
    private final int location;
    private final String[] names;
    private final Object[] values;
    private long read;
    private boolean opened;

    /// @param type the grammar's name of the node, empty where the field alone says it
    /// @param location where it begins in the text, in bytes from 0
    /// @param values [Node], [List] of nodes, [String], [Long] or [Boolean]
    Node(String type, int location, String[] names, Object[] values) {
        if (names.length > MOST_FIELDS) {
            throw new IllegalArgumentException(type + " has more than " + MOST_FIELDS + " fields");
        }
        this.type = type;
        this.location = location;
        this.names = names;
        this.values = values;
    }

    public String type() {
        return type;
    }

    public int location() {
        return location;
    }

    public boolean is(String other) {
        return type.equals(other);
    }

    /// Whether this stands for nothing, as NULL elements of lists do.
    public boolean absent() {
        return names.length == 0 && type.isEmpty();
    }

    public boolean has(String field) {
        return find(field) >= 0;
    }

    public Optional<Node> node(String field) {
        return value(field) instanceof Node node ? Optional.of(node) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    public List<Node> list(String field) {
        return value(field) instanceof List<?> list ? (List<Node>) list : List.of();
    }

    public String text(String field) {
        return value(field) instanceof String text ? text : "";
    }

    public long number(String field) {
        return value(field) instanceof Long number ? number : 0;
    }

    public boolean flag(String field) {
        return value(field) instanceof Boolean flag && flag;
    }

    /// The texts of a list of names, as in a qualified name; other elements are left out.
    public List<String> names(String field) {
        return list(field).stream()
                .filter(element -> element.is("String"))
                .map(element -> element.text("sval"))
                .toList();
    }

    /// Marks fields as looked at whose content does not matter.
    public void ignore(String... fields) {
        for (String field : fields) {
            find(field);
        }
    }

    /// Marks this node and everything below as looked at.
    public void readAll() {
        read = -1;
        children(Node::readAll);
    }

    /// Marks this node's own fields as looked at, and returns the nodes in them.
    public List<Node> children() {
        return childrenBut("");
    }

    /// The same without one field.
    public List<Node> childrenBut(String except) {
        read = -1;
        opened = true;
        var children = new ArrayList<Node>();
        for (int i = 0; i < values.length; i++) {
            if (names[i].equals(except)) {
                continue;
            }
            if (values[i] instanceof Node child) {
                children.add(child);
            } else if (values[i] instanceof List<?> list) {
                list.forEach(element -> children.add((Node) element));
            }
        }
        return children;
    }

    /// Whether anything that stands in this node was read. What was only ignored, or asked for with [#has], was not: no
    /// answer can depend on it.
    public boolean opened() {
        return opened;
    }

    public void forEachChild(Consumer<Node> action) {
        opened = true;
        children(action);
    }

    /// This node and all below it, which does not count as reading them.
    public void visit(Consumer<Node> action) {
        action.accept(this);
        children(child -> child.visit(action));
    }

    private void children(Consumer<Node> action) {
        for (Object value : values) {
            if (value instanceof Node child) {
                action.accept(child);
            } else if (value instanceof List<?> list) {
                for (Object element : list) {
                    action.accept((Node) element);
                }
            }
        }
    }

    /// The first part of this tree that nobody looked at, as `Type.field`.
    public Optional<String> unread() {
        for (int i = 0; i < names.length; i++) {
            if ((read & (1L << i)) == 0) {
                return Optional.of(type.isEmpty() ? names[i] : type + "." + names[i]);
            }
            var below = unreadBelow(values[i]);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unreadBelow(Object value) {
        if (value instanceof Node child) {
            return child.unread();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .flatMap(element -> ((Node) element).unread().stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private Object value(String field) {
        opened = true;
        int index = find(field);
        return index < 0 ? ABSENT : values[index];
    }

    private int find(String field) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(field)) {
                read |= 1L << i;
                return i;
            }
        }
        return -1;
    }

    /// Whether both say the same, wherever in a text they stand. The types of the two nodes themselves do not count:
    /// the
    /// grammar leaves them out where the field alone says it.
    public boolean sameFields(Node other) {
        if (!Arrays.equals(names, other.names)) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!same(values[i], other.values[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Node node) {
            return other instanceof Node match && node.type.equals(match.type) && node.sameFields(match);
        }
        if (one instanceof List<?> list && other instanceof List<?> match) {
            if (list.size() != match.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!same(list.get(i), match.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    /// The type and the names of the fields; never a value, which may be a secret.
    @Override
    public String toString() {
        return type + Arrays.toString(names);
    }
}
