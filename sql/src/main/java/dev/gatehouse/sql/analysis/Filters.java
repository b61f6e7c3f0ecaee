package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.analysis.Restriction.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which uses of tables must be restricted, and which are. Numbers grow, so that all of a sub-query's own are not below
/// the mark taken at its beginning.
final class Filters {
    private final Set<Integer> needed = new HashSet<>();
    private final Set<Integer> restricted = new HashSet<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<Integer> own = new HashSet<>();
    private int next;

    int mark() {
        return next;
    }

    int instance() {
        return next++;
    }

    /// A fixed list of values: joining it narrows down.
    int list() {
        restricted.add(next);
        return next++;
    }

    /// The rows of a temporary table: the session's own, which need no restriction.
    int own() {
        own.add(next);
        return next++;
    }

    boolean isOwn(int instance) {
        return own.contains(instance);
    }

    /// A write to rows that a temporary table names changes no more than those.
    void named() {
        restricted.addAll(own);
    }

    void need(int instance) {
        if (!own.contains(instance)) {
            needed.add(instance);
        }
    }

    /// The query of a view, begun at `mark`, is only kept and reads nothing yet: whoever asks the view must restrict
    /// it.
    void keptSince(int mark) {
        unreadSince(mark);
    }

    /// Of what was begun at `mark` no row is ever read.
    void unreadSince(int mark) {
        for (int instance = mark; instance < next; instance++) {
            restricted.add(instance);
        }
    }

    void apply(Restriction restriction) {
        restricted.addAll(restriction.instances());
        links.addAll(restriction.links());
    }

    boolean satisfied() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Link link : links) {
                grown |= restricted.containsAll(link.from()) && restricted.add(link.to());
            }
        }
        return restricted.containsAll(needed);
    }
}
