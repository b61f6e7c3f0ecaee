package dev.gatehouse.control.identity;

import dev.gatehouse.control.identity.Issuer.Assertion;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads who a verified token is about.
///
/// Without `act` the token's claims describe `who`. With `act` they describe its subject, the root person, and what is
/// inside `act` describes the actor, which is `who`: its id, groups, owner and kind (RFC 8693 section 4.1). Only the
/// kind
/// may also stand outside, and then must be agent or service; where neither says a kind, an actor is an agent.
final class PrincipalClaims {
    static final int LONGEST_CHAIN = 8;

    /// A purpose is stated at login or bound to a minted credential, never taken from a token.
    private static final Optional<String> NO_PURPOSE = Optional.empty();

    private final Issuer issuer;
    private final SessionBounds bounds;

    PrincipalClaims(Issuer issuer, SessionBounds bounds) {
        this.issuer = issuer;
        this.bounds = bounds;
    }

    /// @param now when the login happens
    /// @param expiry the token's `exp`
    Principal read(Claims claims, Instant now, Instant expiry) throws TokenRefused {
        Optional<Claims> actor = claims.object("act");
        Principal principal = actor.isPresent() ? acting(claims, actor.get(), now, expiry) : alone(claims, now, expiry);
        if (!principal.ends().isAfter(now)) {
            throw new TokenRefused(
                    Reason.EXPIRED,
                    "expired for a session of kind " + principal.kind().word());
        }
        return principal;
    }

    private Principal alone(Claims claims, Instant now, Instant expiry) throws TokenRefused {
        Identity who = identity(claims);
        Kind kind = kindOf(claims);
        Optional<Identity> owner = kind == Kind.PERSON ? Optional.empty() : owner(claims, who);
        if (kind != Kind.PERSON && owner.isEmpty()) {
            throw new TokenRefused(
                    Reason.OWNER,
                    "nobody answers for the " + kind.word() + " " + who + ": add it under owner.of, or an owner claim");
        }
        Instant ends = bounds.end(kind, now, expiry);
        return new Principal(
                who,
                kind,
                groups(claims),
                List.of(who),
                owner.orElse(who),
                owner,
                signedIn(claims, now),
                ends,
                NO_PURPOSE);
    }

    private Principal acting(Claims claims, Claims actor, Instant now, Instant expiry) throws TokenRefused {
        if (!issuer.may(Assertion.ACT)) {
            throw new TokenRefused(Reason.ACTOR, "issuer " + issuer.name() + " may not assert 'act' (may-assert)");
        }
        List<Identity> chain = chain(claims, actor);
        Identity who = chain.getFirst();
        Identity root = chain.getLast();
        Kind kind = actorKind(claims, actor, who);
        rootIsPerson(claims, actor, root);
        Identity owner = owner(actor, who).orElse(root);
        Instant ends = bounds.end(kind, now, expiry);
        return new Principal(
                who, kind, groups(actor), chain, root, Optional.of(owner), signedIn(claims, now), ends, NO_PURPOSE);
    }

    private List<Identity> chain(Claims claims, Claims outermost) throws TokenRefused {
        var chain = new ArrayList<Identity>();
        Optional<Claims> actor = Optional.of(outermost);
        while (actor.isPresent()) {
            if (chain.size() == LONGEST_CHAIN) {
                throw new TokenRefused(Reason.ACTOR, "more than " + LONGEST_CHAIN + " actors");
            }
            sameIssuer(actor.get());
            chain.add(identity(actor.get()));
            actor = actor.get().object("act");
        }
        chain.add(identity(claims));
        if (new HashSet<>(chain).size() != chain.size()) {
            throw new TokenRefused(Reason.ACTOR, "somebody acts for themselves");
        }
        return chain;
    }

    private void sameIssuer(Claims actor) throws TokenRefused {
        Optional<String> stated = actor.text("iss");
        if (stated.isPresent() && !stated.get().equals(issuer.issuerUrl())) {
            throw new TokenRefused(Reason.ACTOR, "an actor of another issuer: " + stated.get());
        }
    }

    private Kind actorKind(Claims claims, Claims actor, Identity who) throws TokenRefused {
        Optional<Kind> inside = assertedKind(actor);
        Kind kind = inside.isPresent() ? inside.get() : assertedKind(claims).orElse(Kind.AGENT);
        if (kind == Kind.PERSON) {
            throw new TokenRefused(Reason.ACTOR, "a person cannot act for somebody else: " + who);
        }
        return kind;
    }

    /// The root counts for budgets and "own request", so it must not be something that anybody else answers for.
    private void rootIsPerson(Claims claims, Claims actor, Identity root) throws TokenRefused {
        boolean kindIsTheSubjects = assertedKind(actor).isPresent();
        Optional<Kind> stated = kindIsTheSubjects ? assertedKind(claims) : Optional.empty();
        if (stated.isPresent() && stated.get() != Kind.PERSON
                || ClientCredentials.issued(claims)
                || issuer.owner().of().containsKey(root.id())) {
            throw new TokenRefused(Reason.ACTOR, "the token's subject is no person: " + root);
        }
    }

    private Kind kindOf(Claims claims) throws TokenRefused {
        Optional<Kind> asserted = assertedKind(claims);
        if (ClientCredentials.issued(claims)) {
            return asserted.equals(Optional.of(Kind.AGENT)) ? Kind.AGENT : Kind.SERVICE;
        }
        return asserted.orElse(issuer.kind().otherwise());
    }

    private Optional<Kind> assertedKind(Claims claims) throws TokenRefused {
        Optional<String> claim = issuer.kind().claim();
        Optional<String> word = claim.isPresent() ? claims.text(claim.get()) : Optional.empty();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (!issuer.may(Assertion.KIND)) {
            throw new TokenRefused(Reason.KIND, "issuer " + issuer.name() + " may not assert 'kind' (may-assert)");
        }
        Optional<Kind> kind = Kind.of(word.get());
        if (kind.isEmpty()) {
            throw new TokenRefused(Reason.KIND, "'" + word.get() + "' is neither person, agent nor service");
        }
        return kind;
    }

    private Optional<Identity> owner(Claims claims, Identity of) throws TokenRefused {
        Optional<String> claim = issuer.owner().claim();
        Optional<String> claimed = claim.isPresent() ? claims.text(claim.get()) : Optional.empty();
        Optional<String> owner =
                claimed.or(() -> Optional.ofNullable(issuer.owner().of().get(of.id())));
        if (owner.isPresent()
                && (owner.get().equals(of.id()) || issuer.owner().of().containsKey(owner.get()))) {
            throw new TokenRefused(Reason.OWNER, "the owner of " + of + " is no person: " + owner.get());
        }
        return owner.map(id -> new Identity(issuer.name(), id));
    }

    private Identity identity(Claims claims) throws TokenRefused {
        for (String name : issuer.subjectClaims()) {
            boolean unverified = name.equals("email") && claims.saysFalse("email_verified");
            Optional<String> id = unverified ? Optional.empty() : claims.text(name);
            if (id.isPresent()) {
                return new Identity(issuer.name(), unambiguous(id.get()));
            }
        }
        throw new TokenRefused(Reason.SUBJECT, "none of the claims " + issuer.subjectClaims() + " is present");
    }

    /// An id that ends like a credential's could be taken for somebody else's login.
    private static String unambiguous(String id) throws TokenRefused {
        if (id.indexOf('/') >= 0
                && Id.parse(id.substring(id.lastIndexOf('/') + 1)).isPresent()) {
            throw new TokenRefused(Reason.SUBJECT, "the subject ends like a credential's name");
        }
        return id;
    }

    private Set<Group> groups(Claims claims) throws TokenRefused {
        var groups = new HashSet<Group>();
        for (String name : claims.texts(issuer.groupsClaim())) {
            groups.add(new Group(issuer.name(), name));
        }
        return groups;
    }

    /// `auth_time`, else `iat`; a token with neither counts as signed in long ago, never as fresh. No later than now.
    private static Instant signedIn(Claims claims, Instant now) throws TokenRefused {
        Optional<Instant> authTime = claims.time("auth_time");
        Optional<Instant> stated = authTime.isPresent() ? authTime : claims.time("iat");
        return SessionBounds.earlier(stated.orElse(Instant.EPOCH), now);
    }
}
