package dev.gatehouse.approval;

import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/// Refuses whatever would need an approval and says who could give it: what a gateway without a place to decide does.
public final class NobodyToAsk implements Approvals {
    @Override
    public Answer ask(Question question) {
        Verdict first = question.asking().getFirst();
        String who = question.asking().stream()
                .flatMap(verdict -> verdict.approval().stream())
                .map(Approval::fromText)
                .distinct()
                .collect(Collectors.joining(" and "));
        return new Answer.Refused(
                Optional.empty(),
                Why.NOBODY,
                first.because().orElse("This needs an approval."),
                "It would need the approval of " + who
                        + ". This gateway cannot hold a statement yet: ask them to run it.");
    }
}
