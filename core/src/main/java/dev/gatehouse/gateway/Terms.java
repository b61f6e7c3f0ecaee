package dev.gatehouse.gateway;

import dev.gatehouse.approval.Foreseen;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Verdict;
import java.util.List;
import java.util.Optional;

/// What was in force when an operation was admitted. An answer under way that people let go on is held to it: whoever
/// changes the rules meanwhile so that they ask for more, limit more or show otherwise, has ended it.
///
/// @param granted rules that asked, and whom people answered yes
/// @param limits on its answer
/// @param masks of its columns
/// @param foreseen what people saw of its effect before they granted it
record Terms(List<Verdict> granted, List<Verdict> limits, List<List<ColumnMask>> masks, Optional<Foreseen> foreseen) {
    private static final String MASKS = "masking";

    Terms {
        granted = List.copyOf(granted);
        limits = List.copyOf(limits);
    }

    /// The rule by which what would be decided now asks for more than this, limits more, or shows otherwise; empty when
    /// nothing does.
    Optional<String> exceeded(Decision now, List<List<ColumnMask>> shown) {
        return switch (now) {
            case Decision.Deny deny -> Optional.of(deny.refusing().rule());
            case Decision.Allow allow -> beyond(allow.limits(), limits).or(() -> otherwise(shown));
            case Decision.Hold hold ->
                beyond(hold.asking(), granted)
                        .or(() -> beyond(hold.limits(), limits))
                        .or(() -> otherwise(shown));
        };
    }

    private Optional<String> otherwise(List<List<ColumnMask>> shown) {
        return shown.equals(masks) ? Optional.empty() : Optional.of(MASKS);
    }

    /// A rule counts as the same when it asks the same of the same people; its words may have changed.
    private static Optional<String> beyond(List<Verdict> now, List<Verdict> then) {
        return now.stream()
                .filter(verdict -> then.stream()
                        .noneMatch(known -> known.rule().equals(verdict.rule())
                                && known.approval().equals(verdict.approval())))
                .map(Verdict::rule)
                .findFirst();
    }
}
