package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.tree.Parser;
import java.util.List;
import java.util.Optional;

/// The parts that analyse one statement, and what they share. They call one another as the grammar nests, so each is
/// given this.
final class Analysis {
    /// How deeply views and functions may rest on one another.
    private static final int DEEPEST = 32;

    private final Parser parser;
    private final int depth;
    /// What the parameters carry, inside the body of a function; otherwise empty.
    final List<Field> parameters;
    final Catalogue catalogue;
    final Names names;
    final Named named;
    final Holdings holdings;
    final Findings findings;
    final Texts definitions;
    final Views views = new Views(this);
    final Routines routines = new Routines(this);
    final Constructors constructors = new Constructors(this);
    final Laundering laundering = new Laundering(this);
    final Columns columns = new Columns(this);
    final Expressions expressions = new Expressions(this);
    final Tests tests = new Tests(this);
    final Calls calls = new Calls(this);
    final Types types = new Types(this);
    final Targets targets = new Targets(this);
    final Tables tables = new Tables(this);
    final FromClause from = new FromClause(this);
    final Ctes ctes = new Ctes(this);
    final Grouping grouping = new Grouping(this);
    final Queries queries = new Queries(this);
    final SetOperations setOperations = new SetOperations(this);
    final Writes writes = new Writes(this);
    final Arithmetic arithmetic = new Arithmetic(this);
    final SettingCalls settings = new SettingCalls(this);
    final TemporaryTables temporaryTables = new TemporaryTables(this);

    Analysis(Parser parser, Catalogue catalogue, Names names, Named named, Holdings holdings, Findings findings) {
        this(parser, catalogue, names, named, holdings, findings, 0, List.of());
    }

    private Analysis(
            Parser parser,
            Catalogue catalogue,
            Names names,
            Named named,
            Holdings holdings,
            Findings findings,
            int depth,
            List<Field> parameters) {
        this.parser = parser;
        this.depth = depth;
        this.parameters = List.copyOf(parameters);
        this.definitions = new Texts(parser, findings);
        this.catalogue = catalogue;
        this.names = names;
        this.named = named;
        this.holdings = holdings;
        this.findings = findings;
    }

    /// The same view of the target, with facts of its own.
    Analysis with(Findings apart) {
        return new Analysis(parser, catalogue, names, named, holdings, apart, depth, parameters);
    }

    /// Whether this is the client's own text.
    boolean outermost() {
        return depth == 0;
    }

    /// The inside of a view or function: other names, and parameters. Empty if this goes too deep.
    Optional<Analysis> inside(Names resolved, List<Field> given) {
        if (depth >= DEEPEST) {
            findings.problem("Views or functions rest on one another too deeply to follow.");
            return Optional.empty();
        }
        return Optional.of(new Analysis(parser, catalogue, resolved, named, holdings, findings, depth + 1, given));
    }
}
