package dev.gatehouse.server.settings;

import dev.gatehouse.model.Kind;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One entry of `identity.oidc:`: an issuer whose tokens are accepted.
///
/// @param name what selectors and the record call the issuer
/// @param issuer the `iss` claim, exactly; discovery starts there
/// @param jwks the issuer's public keys as a file, for sites without a way to it
/// @param audience the `aud` claim that tokens must carry
/// @param subject claims that may hold the identity's id; the first one present counts; default `sub`
/// @param groups the claim that lists groups; default `groups`
/// @param kind how to tell persons, agents and services apart
/// @param owner how to find the person who answers for an agent or a service
/// @param mayAssert what this issuer's tokens may say about kind and delegation; default nothing
public record OidcSettings(
        String name,
        URI issuer,
        Optional<Path> jwks,
        String audience,
        List<String> subject,
        String groups,
        KindClaim kind,
        OwnerClaim owner,
        Set<Assertion> mayAssert) {

    /// What a token may assert if its issuer is trusted to.
    public enum Assertion {
        ACT,
        KIND
    }

    /// @param claim the claim that names the kind; without one every token is of the default kind
    /// @param byDefault the kind of a token that does not say; default person
    public record KindClaim(Optional<String> claim, Kind byDefault) {}

    /// @param claim the claim that names the owner's id at the same issuer
    /// @param of owners by the id of what they own, for issuers that cannot say it
    public record OwnerClaim(Optional<String> claim, Map<String, String> of) {
        public OwnerClaim {
            of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        }
    }

    private static final Section JWKS = Section.of(
            "jwks",
            "The issuer's public keys, for sites without a way to it.",
            Key.required("file", Shape.text(Shape.Meaning.INPUT), "A JWK set (RFC 7517) as JSON."));

    private static final Section KIND = Section.of(
            "kind",
            "How to tell persons, agents and services apart.",
            Key.optional("claim", Shape.text(), "The claim that names the kind: person, agent or service."),
            Key.optional("default", Shape.word(Kind.values()), "The kind of a token that does not say.")
                    .or("person"));

    private static final Section OWNER = Section.of(
            "owner",
            "How to find the person who answers for an agent or a service.",
            Key.optional("claim", Shape.text(), "The claim that names the owner's id at the same issuer."),
            Key.optional(
                    "of",
                    new Shape.MapOf("id", Settings.ANY_TEXT, Shape.text()),
                    "Owners by the id of what they own, for issuers that cannot say it."));

    static final Section KEYS = Section.of(
            "oidc",
            "An issuer whose tokens are accepted.",
            Key.required("name", Shape.formatted(Formats.NAME), "What selectors and the record call the issuer."),
            Key.required(
                    "issuer",
                    Shape.formatted(Formats.URL),
                    "The `iss` claim, exactly. Discovery starts there unless `jwks` is set."),
            Key.optional("jwks", new Shape.Part(JWKS), "The issuer's public keys as a file."),
            Key.required("audience", Shape.text(), "The `aud` claim that tokens must carry."),
            Key.optional(
                            "subject",
                            new Shape.OneOrMore(Shape.text()),
                            "Claims that may hold the identity's id; the first one present counts.")
                    .or("sub"),
            Key.optional("groups", Shape.text(), "The claim that lists groups.").or("groups"),
            Key.optional("kind", new Shape.Part(KIND), "How to tell persons, agents and services apart."),
            Key.optional("owner", new Shape.Part(OWNER), "Who answers for an agent or a service."),
            Key.optional(
                    "may-assert",
                    new Shape.OneOrMore(Shape.word(Assertion.values())),
                    "What this issuer's tokens may say: `act` (somebody acts for somebody else), `kind`. "
                            + "A token that says more refuses the login."));

    static OidcSettings read(Entries entries) {
        var kind = entries.part("kind");
        var owner = entries.part("owner");
        return new OidcSettings(
                entries.text("name"),
                entries.value("issuer", Formats.URL),
                entries.maybePart("jwks", jwks -> jwks.path("file")),
                entries.text("audience"),
                entries.texts("subject"),
                entries.text("groups"),
                new KindClaim(kind.maybeText("claim"), kind.word("default", Kind.values())),
                new OwnerClaim(
                        owner.maybeText("claim"),
                        owner.map("of", node -> node.asText().orElseThrow())),
                Set.copyOf(entries.words("may-assert", Assertion.values())));
    }
}
