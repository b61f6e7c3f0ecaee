package dev.gatehouse.http.mask;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The names of the members that lead to where a walk through JSON is. Arrays add none. One thread.
final class MemberPath {
    /// @param base how many names lead to it
    private record Container(boolean object, int base) {}

    private final List<String> names;
    private final ArrayDeque<Container> open = new ArrayDeque<>();
    private boolean inArray;

    MemberPath() {
        names = new ArrayList<>();
    }

    /// Goes on from where `outer` is.
    MemberPath(MemberPath outer) {
        names = new ArrayList<>(outer.names);
    }

    void open(boolean object) {
        inArray = !open.isEmpty() && !open.peek().object();
        open.push(new Container(object, names.size()));
    }

    /// Whether the container opened last stands directly in an array.
    boolean inArray() {
        return inArray;
    }

    void member(String name) {
        backTo(open.element().base());
        names.add(name);
    }

    void close() {
        backTo(open.pop().base());
    }

    private void backTo(int size) {
        names.subList(size, names.size()).clear();
    }

    /// Changes as the walk goes on.
    List<String> names() {
        return names;
    }
}
