package dev.gatehouse.server.index;

import dev.gatehouse.model.Id;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Everything that the index knows of the first [#next] entries of the log. For one thread.
final class IndexState {
    long next;
    final Map<Id, Line> lines = new LinkedHashMap<>();
    final Map<String, Votes> votes = new TreeMap<>();
    final BitSet loads = new BitSet();

    /// How often a rule voted.
    ///
    /// @param last when, in milliseconds since 1970
    record Votes(long counted, long watched, long last) {
        static final Votes NONE = new Votes(0, 0, 0);

        Votes and(boolean shadow, long at) {
            return new Votes(counted + (shadow ? 0 : 1), watched + (shadow ? 1 : 0), at);
        }
    }
}
