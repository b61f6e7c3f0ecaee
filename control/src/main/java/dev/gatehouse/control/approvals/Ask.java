package dev.gatehouse.control.approvals;

import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one rule asks of people.
///
/// @param because the rule's reason
public record Ask(String rule, Optional<String> because, Approval approval) {
    /// What these verdicts ask; each must ask something.
    public static List<Ask> of(List<Verdict> asking) {
        return asking.stream()
                .map(verdict -> new Ask(
                        verdict.rule(), verdict.because(), verdict.approval().orElseThrow()))
                .toList();
    }

    /// Whether a yes to this is a yes to `other`: the same rule, asking the same of the same people.
    boolean sameAs(Ask other) {
        return rule.equals(other.rule) && approval.equals(other.approval);
    }

    /// How many further people must at least say yes.
    public int missing(List<Said> said) {
        return Quorum.missing(this, said);
    }

    /// The limit that was reached, such as `1000 rows per 1h`; empty when this is about an operation as a whole.
    public Optional<String> over() {
        return approval.over()
                .map(over -> over.threshold() + " " + over.measure().name().toLowerCase(Locale.ROOT) + " per "
                        + switch (over.per().span()) {
                            case STATEMENT -> "statement";
                            case SESSION -> "session";
                            case WINDOW -> words(over.per().window());
                        });
    }

    /// A length of time as it is written in a configuration, such as `2m`.
    static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0 && seconds > 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
