package dev.gatehouse.postgres;

import dev.gatehouse.model.Binding;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.sql.analysis.Analyser;
import dev.gatehouse.sql.analysis.Cursor;
import dev.gatehouse.sql.analysis.SessionChange;
import dev.gatehouse.sql.analysis.SessionView;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Understands PostgreSQL's SQL with PostgreSQL's own grammar and the target's own catalogue. Thread-safe.
public final class SqlUnderstanding implements Understanding {
    /// The settings on which it depends what a name means. All others leave that as it is.
    private static final Set<String> RESOLVING = Set.of("search_path", "role", "session_authorization");

    private final Analyser analyser;
    private final CatalogueSource catalogue;
    private final Supplier<Classification> classification;
    private final Inheritance inheritance;
    private final Consumer<String> trouble;

    /// What the last statement reached: the next one mostly means the same, and then its facts are the same object.
    private volatile @Nullable Reached reached;

    private record Reached(SqlFacts facts, Catalogue catalogue, String objects) {}

    /// Where the target's catalogue comes from.
    public interface CatalogueSource {
        /// The last one read, reading it first if there is none or it is out of date.
        ///
        /// @throws CatalogueUnavailable when the target does not let it be read
        Catalogue current() throws CatalogueUnavailable;

        /// Reads it again, if `seen` is still the last one.
        Catalogue newerThan(Catalogue seen) throws CatalogueUnavailable;

        void outOfDate();
    }

    /// @param classification what the columns hold, under the rules in force
    /// @param inheritance what was copied where
    /// @param trouble is told, for the operator, why the catalogue could not be read
    public SqlUnderstanding(
            Analyser analyser,
            CatalogueSource catalogue,
            Supplier<Classification> classification,
            Inheritance inheritance,
            Consumer<String> trouble) {
        this.analyser = analyser;
        this.catalogue = catalogue;
        this.classification = classification;
        this.inheritance = inheritance;
        this.trouble = trouble;
    }

    @Override
    public Understood of(Slice text, View view, List<Slice> parameters, Slice bound) {
        var session = new SessionView(
                view.schemas(),
                view.role(),
                view.temporary(),
                view.definitionsChanged() && view.own().isEmpty(),
                view.prepared(),
                view.cursors(),
                view.withinTransaction());
        try {
            var understanding = analyse(text, session, view);
            return understood(
                    text,
                    understanding,
                    parameters,
                    binding(text, bound, view, objects(understanding.facts(), view)),
                    bound);
        } catch (CatalogueUnavailable unavailable) {
            trouble.accept(unavailable.getMessage());
            return nothing(text, bound, view);
        }
    }

    private dev.gatehouse.sql.analysis.Understanding analyse(Slice text, SessionView session, View view)
            throws CatalogueUnavailable {
        if (view.own().isPresent()) {
            // Nobody else sees what this transaction has changed; what it looked like just now is all there is to know.
            return analyser.analyse(text, session, view.own().get(), inheritance.over(classification.get()));
        }
        var known = catalogue.current();
        var understanding = analyser.analyse(text, session, known, inheritance.over(classification.get()));
        // The target does not say where columns of a COPY come from, so nothing but a fresh catalogue can.
        boolean unchecked = understanding.copies().stream().findAny().isPresent()
                && understanding.outputs().stream().flatMap(List::stream).anyMatch(SqlUnderstanding::hidden);
        return understanding.unknownRelation() || unchecked
                ? analyser.analyse(text, session, catalogue.newerThan(known), inheritance.over(classification.get()))
                : understanding;
    }

    private static boolean hidden(OutputColumn column) {
        return column.categories().stream().anyMatch(category -> !category.equals(Category.NONE));
    }

    /// Without a catalogue every statement is unknown, and refused with that reason.
    private static Understood nothing(Slice text, Slice bound, View view) {
        var facts = SqlFacts.notUnderstood("The database's catalogue cannot be read, so nothing can be understood.");
        var statement = new Operation.Statement(
                text, "", List.of(text), facts, List.of(), binding(text, bound, view, ""), bound);
        return new Understood(statement, false, false, Optional.empty());
    }

    private static Understood understood(
            Slice text,
            dev.gatehouse.sql.analysis.Understanding understanding,
            List<Slice> parameters,
            Binding binding,
            Slice bound) {
        var literals = new ArrayList<Slice>(understanding.shape().literals());
        literals.addAll(parameters);
        var statement = new Operation.Statement(
                text,
                understanding.shape().text(),
                literals,
                understanding.facts(),
                understanding.outputs(),
                binding,
                bound);
        boolean defines = understanding.facts().kinds().stream().anyMatch(SqlUnderstanding::defines);
        var syntaxError = understanding
                .syntaxError()
                .map(error -> new SyntaxError(error.sqlState(), error.message(), error.position()));
        return understanding.changes().isEmpty()
                ? changingNothing(statement, understanding, defines, syntaxError)
                : changing(statement, understanding, defines, syntaxError);
    }

    /// What nearly all statements are.
    private static Understood changingNothing(
            Operation.Statement statement,
            dev.gatehouse.sql.analysis.Understanding understanding,
            boolean defines,
            Optional<SyntaxError> syntaxError) {
        return new Understood(
                statement,
                false,
                defines,
                syntaxError,
                Map.of(),
                understanding.copies(),
                understanding.missing(),
                Map.of(),
                Set.of(),
                List.of());
    }

    private static Understood changing(
            Operation.Statement statement,
            dev.gatehouse.sql.analysis.Understanding understanding,
            boolean defines,
            Optional<SyntaxError> syntaxError) {
        var changes = understanding.changes();
        var temporary = changes.stream().filter(SqlUnderstanding::temporary).toList();
        boolean definitions = changes.stream().anyMatch(SessionChange.Definitions.class::isInstance)
                || temporary.isEmpty() && defines;
        return new Understood(
                statement,
                changes.stream().anyMatch(SqlUnderstanding::asksAgain),
                definitions,
                syntaxError,
                cursors(changes),
                understanding.copies(),
                understanding.missing(),
                inherits(changes),
                changes.stream()
                        .flatMap(change -> change instanceof SessionChange.Prepared(String name)
                                ? Stream.of(name)
                                : Stream.empty())
                        .collect(Collectors.toSet()),
                temporary);
    }

    private static boolean temporary(SessionChange change) {
        return change instanceof SessionChange.TemporaryTable
                || change instanceof SessionChange.TemporaryChanged
                || change instanceof SessionChange.Carries;
    }

    /// Whether the session must be asked what became of it.
    private static boolean asksAgain(SessionChange change) {
        return switch (change) {
            case SessionChange.Declared _, SessionChange.Inherits _, SessionChange.Carries _ -> false;
            case SessionChange.Set set -> RESOLVING.contains(set.name());
            case SessionChange.Reset(String name) -> RESOLVING.contains(name);
            case SessionChange.ResetAll _,
                    SessionChange.TemporaryTable _,
                    SessionChange.TemporaryChanged _,
                    SessionChange.Prepared _,
                    SessionChange.Deallocated _,
                    SessionChange.Definitions _ -> true;
        };
    }

    private static Map<ColumnName, Set<Category>> inherits(List<SessionChange> changes) {
        var columns = new HashMap<ColumnName, Set<Category>>();
        for (SessionChange change : changes) {
            if (change instanceof SessionChange.Inherits(ColumnName column, Category category)) {
                columns.computeIfAbsent(column, _ -> new TreeSet<>(Comparator.comparing(Category::name)))
                        .add(category);
            }
        }
        return columns;
    }

    @Override
    public void inherit(Understood understood) {
        if (!understood.inherits().isEmpty()) {
            inheritance.add(understood.inherits());
        }
    }

    private static Map<String, Cursor> cursors(List<SessionChange> changes) {
        var cursors = new HashMap<String, Cursor>();
        for (SessionChange change : changes) {
            if (change instanceof SessionChange.Declared(String name, Cursor cursor)) {
                cursors.merge(name, cursor, Cursor::or);
            }
        }
        return cursors;
    }

    /// Whether a command word is about what exists, and not about what is in it: TRUNCATE and VACUUM are not.
    private static boolean defines(String kind) {
        return kind.startsWith("create ") || kind.startsWith("alter ") || kind.startsWith("drop ");
    }

    @Override
    public void definitionsChanged() {
        catalogue.outOfDate();
    }

    /// What the text reaches: tables by the identity that a table keeps until it is dropped. A temporary table has
    /// none that others know, and the text may reach any of those the session has; so it is with prepared names.
    @SuppressWarnings("ReferenceEquality")
    private String objects(SqlFacts facts, View view) throws CatalogueUnavailable {
        var known = view.own().isPresent() ? view.own().get() : catalogue.current();
        boolean ofSession = !view.temporary().isEmpty()
                || facts.kinds().contains("execute")
                || facts.kinds().contains("fetch");
        if (ofSession) {
            return objects(facts, view, known);
        }
        var last = reached;
        if (last == null || last.facts != facts || last.catalogue != known) {
            last = new Reached(facts, known, objects(facts, view, known));
            reached = last;
        }
        return last.objects;
    }

    private static String objects(SqlFacts facts, View view, Catalogue known) {
        var objects = new TreeSet<String>();
        for (String name : facts.relations()) {
            int dot = name.indexOf('.');
            var oid = known.relation(name.substring(0, Math.max(0, dot)), name.substring(dot + 1))
                    .map(Relation::oid)
                    .orElse(0);
            objects.add(name + "=" + oid);
        }
        view.temporary().tables().forEach(table -> objects.add("temporary " + table.name() + "=" + table.oid()));
        view.temporary().opaque().forEach(name -> objects.add("temporary " + name));
        objects.addAll(facts.functions());
        if (facts.kinds().contains("execute")) {
            view.prepared().forEach((name, text) -> objects.add("prepared " + name + "=" + text));
        }
        if (facts.kinds().contains("fetch")) {
            view.cursors().forEach((name, cursor) -> objects.add("cursor " + name + "=" + cursor));
        }
        return String.join("\0", objects);
    }

    /// What an approval is bound to: the bytes, the parameters as they were bound, and how names resolve.
    private static Binding binding(Slice text, Slice bound, View view, String objects) {
        return Binding.to(() -> List.of(
                text,
                bound,
                Slice.utf8(String.join("\0", view.schemas())),
                Slice.utf8(view.role()),
                Slice.utf8(objects)));
    }
}
