package dev.gatehouse.control.admin;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.Health;
import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.RequestPreview;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionEnding;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.SessionWatch;
import dev.gatehouse.api.SignInWay;
import dev.gatehouse.api.SwitchState;
import dev.gatehouse.api.UndeliveredNotification;
import dev.gatehouse.api.WhoAmI;
import dev.gatehouse.control.admin.ports.Pseudonyms;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The one place where names of people leave the API or do not: every answer to whoever signed in passes here last.
///
/// Auditors read names; approvers those in the requests that they are asked about; everybody their own, their agents'
/// and that of whom they act for. All others are pseudonyms. Selectors of the configuration stand as they were written.
/// An answer of a kind that is not named here is a mistake and goes nowhere.
final class Names {
    private final Pseudonyms pseudonyms;

    Names(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    Answer shown(Answer answer, Caller caller) {
        if (caller.roles().contains(Role.AUDITOR)) {
            return answer;
        }
        return switch (answer) {
            case Answer.Json(int status, Object body) -> new Answer.Json(status, of(body, caller));
            case Answer.Stream _ -> throw new IllegalStateException("what a client received is for auditors");
            case Answer.Empty _, Answer.Bytes _, Answer.Refused _ -> answer;
        };
    }

    private Object of(Object body, Caller caller) {
        return switch (body) {
            case Page<?>(List<?> items, var cursor) ->
                new Page<>(items.stream().map(item -> of(item, caller)).toList(), cursor);
            case SessionSummary session -> session(session, caller);
            case SessionDetail detail -> detail.with(session(detail.session(), caller));
            case SessionReplay(SessionSummary session, var steps, boolean exact) ->
                new SessionReplay(session(session, caller), steps, exact);
            case SessionWatch(var watch, SessionSummary session, var steps, int next, boolean live) ->
                new SessionWatch(watch, session(session, caller), steps, next, live);
            case CredentialListed listed -> credential(listed, caller);
            case RequestView request -> request(request, caller);
            case WhoAmI _, CredentialCreated _, SwitchState _ -> body; // whoever asks, or whom they named themselves
            case ConnectionInfo _, RuleInfo _, ConfigurationLoad _, ConfigurationDifference _, Explanation _ -> body;
            case Overview _, RequestPreview _, SessionEnding _, UndeliveredNotification _, SignInWay _, Health _ ->
                body;
            case Map<?, ?> description -> description;
            default -> throw new IllegalStateException("whose names are in this is not said: " + body.getClass());
        };
    }

    private SessionSummary session(SessionSummary session, Caller caller) {
        return caller.owns(session.who(), session.root())
                ? session
                : session.withPeople(seen(session.who(), caller, false), seen(session.root(), caller, false));
    }

    private CredentialListed credential(CredentialListed listed, Caller caller) {
        return caller.owns(listed.who(), listed.root())
                ? listed
                : listed.withPeople(seen(listed.who(), caller, false), seen(listed.root(), caller, false));
    }

    private RequestView request(RequestView request, Caller caller) {
        boolean own = caller.owns(request.requester(), request.root());
        boolean asked = asked(caller, own);
        boolean known = own || asked;
        return request.withPeople(
                seen(request.requester(), caller, known),
                request.chain().stream().map(link -> seen(link, caller, known)).toList(),
                seen(request.root(), caller, known),
                request.said().stream()
                        .map(word -> word.by(seen(word.by(), caller, asked)))
                        .toList());
    }

    /// Whether the caller decides about a request that they see: somebody else's is seen by those who are asked only.
    private static boolean asked(Caller caller, boolean own) {
        return !own && caller.roles().contains(Role.APPROVER);
    }

    /// Whether `text` is what the caller sees of somebody in a request: with or without the issuer.
    boolean isSeen(String text, Identity somebody, boolean own, Caller caller) {
        boolean known = own || asked(caller, own) || caller.roles().contains(Role.AUDITOR);
        String seen = seen(somebody.toString(), caller, known);
        return seen.equals(text) || seen.endsWith(":" + text);
    }

    private String seen(String identity, Caller caller, boolean known) {
        return known || self(identity, caller.principal()) ? identity : pseudonyms.of(identity);
    }

    /// Whether this is the caller, or somebody whom they stand for.
    private static boolean self(String identity, Principal caller) {
        return Stream.of(Stream.of(caller.who(), caller.root()), caller.chain().stream(), caller.owner().stream())
                .flatMap(those -> those)
                .anyMatch(one -> one.toString().equals(identity));
    }
}
