package dev.gatehouse.policy;

import java.util.List;

/// What follows from all verdicts on one operation.
public sealed interface Decision {
    List<Verdict> verdicts();

    /// The operation may run; `limits` bound what its answer may deliver.
    record Allow(List<Verdict> verdicts, List<Verdict> limits) implements Decision {}

    /// It may not; `refusing` is the first rule in order that says so.
    record Deny(List<Verdict> verdicts, Verdict refusing) implements Decision {}

    /// It may once everybody asked has approved; `asking` are the rules that ask.
    record Hold(List<Verdict> verdicts, List<Verdict> asking, List<Verdict> limits) implements Decision {}

    /// The word used on record and by `explain`.
    default String word() {
        return switch (this) {
            case Allow _ -> "allow";
            case Deny _ -> "deny";
            case Hold _ -> "hold";
        };
    }
}
