/// Rules vote, the engine decides. Everything here is a pure function of its arguments.
///
/// [dev.gatehouse.policy.Policy#decide] is the one entrance: facts about an operation in, a
/// [dev.gatehouse.policy.Decision] with every [dev.gatehouse.policy.Verdict] out. The built-in rules that no
/// configuration can lift stand in [dev.gatehouse.policy.BuiltIn]; conditions are compiled elsewhere and reach this
/// package as [dev.gatehouse.policy.Condition].
@NullMarked
package dev.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
