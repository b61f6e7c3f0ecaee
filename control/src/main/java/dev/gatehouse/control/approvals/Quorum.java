package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Group;
import dev.gatehouse.model.Selector;
import dev.gatehouse.policy.Approval;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether enough people said yes. Pure.
final class Quorum {
    private Quorum() {}

    /// Whether everything that the request's rules ask for has been said.
    static boolean reached(Request request) {
        return request.asks().stream().allMatch(ask -> missing(ask, request.said()) == 0)
                && !confirmationMissing(request);
    }

    /// Whether the person behind must still confirm.
    static boolean confirmationMissing(Request request) {
        return request.asks().stream().anyMatch(ask -> ask.approval().confirmSelf())
                && request.said().stream().noneMatch(said -> said.word() == Said.Word.MINE);
    }

    /// How many further people must at least say yes to what `ask` asks.
    static int missing(Ask ask, List<Said> said) {
        var yes = said.stream()
                .filter(word -> word.word() == Said.Word.YES && word.rules().contains(ask.rule()))
                .toList();
        int people = Math.toIntExact(yes.stream().map(Said::by).distinct().count());
        var groups = ask.approval().eachGroup() ? groups(ask.approval()) : Set.<Group>of();
        int asked = Math.max(ask.approval().approvals(), groups.size());
        int uncovered = groups.size() - represented(groups, yes);
        return Math.max(asked - Math.min(asked, people), uncovered);
    }

    /// How many of `groups` have somebody of their own: one person speaks for one group only.
    private static int represented(Set<Group> groups, List<Said> yes) {
        int most = 0;
        for (Group group : groups) {
            for (Said said : yes) {
                if (said.groups().contains(group)) {
                    var otherGroups = without(groups, group);
                    var otherPeople = yes.stream()
                            .filter(other -> !other.by().equals(said.by()))
                            .toList();
                    most = Math.max(most, 1 + represented(otherGroups, otherPeople));
                }
            }
        }
        return most;
    }

    private static Set<Group> without(Set<Group> groups, Group one) {
        var rest = new HashSet<>(groups);
        rest.remove(one);
        return rest;
    }

    private static Set<Group> groups(Approval approval) {
        return approval.from().entries().stream()
                .filter(Selector.InGroup.class::isInstance)
                .map(selector -> ((Selector.InGroup) selector).group())
                .collect(Collectors.toSet());
    }
}
