package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Catalogue;

/// The parts that analyse one statement, and what they share. They call one another as the grammar nests, so each is
/// given this.
final class Analysis {
    final Catalogue catalogue;
    final Names names;
    final Holdings holdings;
    final Findings findings;
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

    Analysis(Catalogue catalogue, Names names, Holdings holdings, Findings findings) {
        this.catalogue = catalogue;
        this.names = names;
        this.holdings = holdings;
        this.findings = findings;
    }

    /// The same view of the target, with facts of its own.
    Analysis with(Findings apart) {
        return new Analysis(catalogue, names, holdings, apart);
    }
}
