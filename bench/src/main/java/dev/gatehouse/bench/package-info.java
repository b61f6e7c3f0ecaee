/// What Gatehouse costs, measured beside what it stands between and beside a plain pooler.
///
/// [dev.gatehouse.bench.Bench] is the load tool: it starts a database, a pooler and two gateways, and lets pgbench go
/// through each of them in turn, round after round, so that whatever else the machine does falls on all alike.
/// Ratios and CPU per transaction mean something on any machine; transactions per second only on this one.
@NullMarked
package dev.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
