package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Predicate;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.model.SqlFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The facts of one text, as they turn up.
final class Findings {
    private static final int MOST_STEPS = 50_000;

    private final Set<String> kinds = new LinkedHashSet<>();
    private final Set<ColumnUse> reads = new LinkedHashSet<>();
    private final Set<ColumnUse> writes = new LinkedHashSet<>();
    private final Set<String> relations = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<Predicate> predicates = new LinkedHashSet<>();
    private int told;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> sensitiveProblems = new LinkedHashSet<>();
    private final List<SessionChange> changes = new ArrayList<>();
    private final Filters filters = new Filters();
    private final List<CopyOut> copies = new ArrayList<>();
    private int statement = -1;
    private Effect effect = Effect.TRANSACTION;
    private int sensitive;
    private boolean mintsCredential;
    private boolean unknownRelation;
    private boolean everyRow;
    private int named;
    private @Nullable Missing missing;
    private int steps;
    private int untold;
    private boolean measured;

    void act(String kind, Effect with) {
        kinds.add(kind);
        act(with);
    }

    void act(Effect with) {
        effect = effect.strongest(with);
    }

    /// What makes the text not understood, whatever it touches.
    void problem(String sentence) {
        problems.add(sentence);
    }

    /// What makes the text not understood if it touches anything that is masked for somebody.
    void problemIfSensitive(String sentence) {
        sensitiveProblems.add(sentence);
    }

    /// A name that the catalogue does not have; it may only be out of date.
    void missing(Missing name) {
        unknownRelation = true;
        missing = missing == null ? name : missing;
    }

    /// The catalogue does not say what it will say when it is read again.
    void outOfDate() {
        unknownRelation = true;
    }

    /// The name that does not exist, if that is all that is wrong.
    Optional<Missing> missing() {
        return problems.size() == 1 ? Optional.ofNullable(missing) : Optional.empty();
    }

    void unknownRelation(String name) {
        missing(Missing.relation(name));
        problem("The relation \"" + name + "\" is not known to the gateway's catalogue.");
    }

    void step() {
        if (++steps > MOST_STEPS) {
            throw new TooComplex();
        }
    }

    void sensitiveRelation() {
        sensitive++;
    }

    void relation(String name) {
        relations.add(name);
        named++;
    }

    /// How often a relation was named so far.
    int relations() {
        return named;
    }

    void function(String name) {
        functions.add(name);
    }

    void mintsCredential() {
        mintsCredential = true;
    }

    /// A table is written from one end to the other.
    void everyRow() {
        everyRow = true;
    }

    void change(SessionChange change) {
        changes.add(change);
    }

    void use(Carried carried, Role role) {
        carried.origins().forEach(origin -> reads.add(new ColumnUse(origin.column(), origin.category(), role)));
    }

    void write(Origin origin) {
        writes.add(new ColumnUse(origin.column(), origin.category(), Role.WRITE));
    }

    /// Runs what asks nothing on the client's behalf: its conditions tell the client nothing.
    <T> T untold(Supplier<T> part) {
        untold++;
        try {
            return part.get();
        } finally {
            untold--;
        }
    }

    /// A condition that tells something about a value.
    void tell(Carried carried, Form form) {
        if (untold > 0) {
            return;
        }
        for (Origin origin : carried.origins()) {
            if (origin.sensitive()) {
                told++;
                predicates.add(new Predicate(origin.column(), origin.category(), form));
            }
        }
    }

    /// From here on, how large values are is shown: a part that is only there for some values would tell of them.
    void measure() {
        measured = true;
    }

    /// A statement makes a value, to show it or to store it.
    void made(Carried carried) {
        if (measured && !carried.whole()) {
            tell(carried, Form.OTHER);
        }
    }

    /// How often a condition told something so far.
    int told() {
        return told;
    }

    Filters filters() {
        return filters;
    }

    List<SessionChange> changes() {
        return changes;
    }

    boolean isUnknownRelation() {
        return unknownRelation;
    }

    /// How often a table with masked columns was named so far.
    int sensitiveRelations() {
        return sensitive;
    }

    /// Whether everything was understood so far.
    boolean clean() {
        return problems.isEmpty() && (sensitive == 0 || sensitiveProblems.isEmpty());
    }

    /// Whether a function was called that is not PostgreSQL's own.
    boolean callsOthers() {
        return functions.stream()
                .anyMatch(name -> !name.startsWith("pg_catalog.") && !name.startsWith("information_schema."));
    }

    /// Takes over what was found of a statement that is only explained: nothing is written, returned or restricted, but
    /// its conditions are put, because the planner's estimates answer them.
    void explained(Findings apart) {
        kinds.addAll(apart.kinds);
        apart.reads.stream()
                .filter(use -> use.role() != Role.OUTPUT && use.role() != Role.SOURCE)
                .forEach(reads::add);
        relations.addAll(apart.relations);
        functions.addAll(apart.functions);
        predicates.addAll(apart.predicates);
        problems.addAll(apart.problems);
        sensitiveProblems.addAll(apart.sensitiveProblems);
        unknownRelation |= apart.unknownRelation;
        missing = missing == null ? apart.missing : missing;
        sensitive += apart.sensitive;
        named += apart.named;
    }

    /// Takes over of a statement that is only prepared why it is not understood, and what it names.
    void only(Findings apart) {
        relations.addAll(apart.relations);
        functions.addAll(apart.functions);
        problems.addAll(apart.problems);
        if (apart.sensitive > 0) {
            sensitiveProblems.addAll(apart.sensitiveProblems);
        }
        unknownRelation |= apart.unknownRelation;
        missing = missing == null ? apart.missing : missing;
        sensitive += apart.sensitive;
        named += apart.named;
    }

    /// What has been found so far, for a cursor with these columns.
    Cursor cursor(List<OutputColumn> outputs) {
        return new Cursor(outputs, new ArrayList<>(reads), relations, filters.satisfied() && !everyRow);
    }

    /// A COPY out.
    void copy(CopyOut copy) {
        copies.add(copy);
    }

    List<CopyOut> copies() {
        return copies;
    }

    /// The next statement of the text begins.
    void next() {
        statement++;
    }

    /// Which statement of the text is looked at, from 0.
    int statement() {
        return statement;
    }

    /// Rows of a cursor are read on.
    void fetched(Cursor cursor) {
        reads.addAll(cursor.reads());
        cursor.relations().forEach(this::relation);
        everyRow |= !cursor.filtered();
    }

    SqlFacts facts(int statements, long limit) {
        var all = new LinkedHashSet<>(problems);
        if (sensitive > 0) {
            all.addAll(sensitiveProblems);
        }
        return new SqlFacts(
                all.isEmpty() ? effect : Effect.UNKNOWN,
                kinds,
                new ArrayList<>(reads),
                new ArrayList<>(writes),
                relations,
                functions,
                filters.satisfied() && !everyRow,
                limit,
                statements,
                new ArrayList<>(predicates),
                mintsCredential,
                new ArrayList<>(all));
    }

    /// The statement is larger than anybody would look at.
    static final class TooComplex extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooComplex() {
            super("too complex", null, false, false);
        }
    }
}
