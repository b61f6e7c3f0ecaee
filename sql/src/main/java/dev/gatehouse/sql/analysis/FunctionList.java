package dev.gatehouse.sql.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/// The functions that a statement may call; the resource `functions.txt`.
final class FunctionList {
    static final FunctionList LIST = new FunctionList();

    private final Map<String, Rule> rules = new HashMap<>();

    /// What a call of a function does and its result carries.
    enum Group {
        TOTAL,
        SUBJECT,
        SELECTED,
        PARTIAL,
        CONSTANT,
        VOLATILE,
        CATALOGUE,
        INFORMATION_SCHEMA,
        COUNTING,
        AGGREGATE,
        SET,
        WRITE,
        ADMIN
    }

    /// @param columns of a function that returns rows of several columns, empty for others
    record Rule(Group group, List<String> columns) {}

    private FunctionList() {
        Group group = Group.TOTAL;
        for (String line : Resource.lines("functions.txt")) {
            if (line.startsWith("[")) {
                group = Group.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                continue;
            }
            for (var words = new StringTokenizer(line); words.hasMoreTokens(); ) {
                add(words.nextToken(), group);
            }
        }
    }

    private void add(String word, Group group) {
        int open = word.indexOf('(');
        if (open < 0) {
            rules.put(word, new Rule(group, List.of()));
        } else {
            rules.put(
                    word.substring(0, open),
                    new Rule(
                            group,
                            List.of(word.substring(open + 1, word.length() - 1).split(","))));
        }
    }

    Optional<Rule> of(String name) {
        return Optional.ofNullable(rules.get(name));
    }
}
