/// The conditions of rules (`when:`), written in CEL.
///
/// [dev.gatehouse.control.rules.CelConditions] compiles and type-checks a text once, when the configuration is loaded;
/// what comes out is a [dev.gatehouse.policy.Condition]. [dev.gatehouse.control.rules.FactTypes] declares everything a
/// condition may look at, each field with its type and its value side by side: adding a fact is one line there.
/// [dev.gatehouse.control.rules.ConditionReview] finds what the type checker lets pass and is a mistake all the same.
@NullMarked
package dev.gatehouse.control.rules;

import org.jspecify.annotations.NullMarked;
