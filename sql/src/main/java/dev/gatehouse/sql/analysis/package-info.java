/// What a SQL text does: which columns it reads, in what part, where each column of its answer comes from, and how
/// strongly it acts.
///
/// Start with [dev.gatehouse.sql.analysis.Analyser]. A [dev.gatehouse.sql.analysis.TextAnalysis] follows one text
/// statement by statement; `Queries` and `FromClause` walk queries, `Expressions`, `Tests` and `Calls` say what a value
/// carries (`Carried`) and what a condition tells, `Writes` and `Definitions` cover what changes something, and
/// `Findings` collects the facts.
///
/// The rule of the house: what is not known is not understood. Every field of the parse tree must have been looked at,
/// every function and type must be on a list, every name must resolve; otherwise the effect is `unknown` and the
/// problem says what to write instead.
@NullMarked
package dev.gatehouse.sql.analysis;

import org.jspecify.annotations.NullMarked;
