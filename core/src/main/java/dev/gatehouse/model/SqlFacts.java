package dev.gatehouse.model;

import java.util.List;
import java.util.Set;

/// What a SQL text was understood to do; the `sql.*` of rules, `explain` and the record.
///
/// @param effect the strongest effect of all its statements
/// @param kinds lower-case command words, such as `select` or `create table`
/// @param reads columns read, with the part they play
/// @param writes columns written
/// @param relations relations named or reached, `schema.name`
/// @param functions functions called, `schema.name`
/// @param filtered no personal table is read and no table written without a restricting predicate
/// @param limit the smallest row limit that bounds the answer, -1 if none
/// @param statements how many statements the text holds
/// @param predicates conditions on columns that are not `none` (unclassified ones as in [OutputColumn#categories])
/// @param mintsCredential whether it obtains a way around the gateway
/// @param problems why it is not fully understood, in words for the client; empty unless `effect` is unknown
public record SqlFacts(
        Effect effect,
        Set<String> kinds,
        List<ColumnUse> reads,
        List<ColumnUse> writes,
        Set<String> relations,
        Set<String> functions,
        boolean filtered,
        long limit,
        int statements,
        List<Predicate> predicates,
        boolean mintsCredential,
        List<String> problems) {
    public SqlFacts {
        kinds = Set.copyOf(kinds);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        relations = Set.copyOf(relations);
        functions = Set.copyOf(functions);
        predicates = List.copyOf(predicates);
        problems = List.copyOf(problems);
    }

    /// Facts of a text that could not be understood, for the reason given.
    public static SqlFacts notUnderstood(String problem) {
        return new SqlFacts(
                Effect.UNKNOWN,
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                -1,
                0,
                List.of(),
                false,
                List.of(problem));
    }
}
