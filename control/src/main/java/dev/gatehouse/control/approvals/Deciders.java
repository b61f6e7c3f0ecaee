package dev.gatehouse.control.approvals;

import dev.gatehouse.api.RequestView;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may decide about a request. Nobody approves their own, nor one of an agent of theirs, administrators included.
///
/// @param signInAge how old the sign-in of somebody who decides may be
record Deciders(Duration signInAge) {

    /// Why `person` may not approve or deny; empty when they may.
    Optional<String> obstacle(Principal person, Request request, Instant now) {
        if (own(person, request)) {
            return Optional.of("This is your own request, or one of an agent of yours: somebody else must decide.");
        }
        return notInPerson(person, now)
                .or(() -> rules(person, request).isEmpty()
                        ? Optional.of("You are not among those who are asked: " + asked(request) + ".")
                        : Optional.empty());
    }

    /// Why `person` may not confirm; empty when they may.
    Optional<String> obstacleToConfirm(Principal person, Request request, Instant now) {
        if (!Quorum.confirmationMissing(request)) {
            return Optional.of("Nobody has to confirm this, or it is confirmed already.");
        }
        if (!person.who().equals(request.requester().root())) {
            return Optional.of("Only the person behind the agent can confirm this.");
        }
        return notInPerson(person, now);
    }

    /// Approving is for persons who signed in themselves, and not too long ago: a token that an agent was left with
    /// does not suffice.
    private Optional<String> notInPerson(Principal person, Instant now) {
        if (person.kind() != Kind.PERSON || person.chain().size() != 1) {
            return Optional.of("Only persons decide, not agents and services.");
        }
        return now.isAfter(person.authTime().plus(signInAge))
                ? Optional.of("Your sign-in is older than " + Ask.words(signInAge) + RequestView.SIGN_IN_AGAIN)
                : Optional.empty();
    }

    /// The rules of the request that name `person` among those whom they ask.
    static Set<String> rules(Principal person, Request request) {
        return request.asks().stream()
                .filter(ask -> ask.approval().from().matches(person))
                .map(Ask::rule)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean own(Principal person, Request request) {
        Principal requester = request.requester();
        return requester.chain().contains(person.who())
                || requester.root().equals(person.who())
                || requester.root().equals(person.root())
                || requester.owner().filter(person.who()::equals).isPresent();
    }

    private static String asked(Request request) {
        return request.asks().stream()
                .map(ask -> ask.approval().fromText())
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
