package dev.gatehouse.server;

import dev.gatehouse.api.SignInWay;
import dev.gatehouse.control.console.signin.Provider;
import dev.gatehouse.control.identity.DiscoveredKeys;
import dev.gatehouse.control.identity.Discovery;
import dev.gatehouse.control.identity.Issuer;
import dev.gatehouse.control.identity.KeySet;
import dev.gatehouse.control.identity.KeySource;
import dev.gatehouse.control.identity.KeysInFile;
import dev.gatehouse.control.identity.TokenVerifier.Trusted;
import dev.gatehouse.server.settings.OidcSettings;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the configured issuers.
final class Issuers {
    private Issuers() {}

    static List<Trusted> of(List<OidcSettings> settings, InstantSource clock) {
        return settings.stream()
                .map(Issuers::issuer)
                .map(issuer -> new Trusted(issuer, keys(issuer, clock)))
                .toList();
    }

    /// Those at which people can sign in to the console; one with its keys in a file cannot be reached.
    /// Where people sign in, told to those who have not yet.
    static List<SignInWay> ways(List<OidcSettings> settings) {
        return settings.stream()
                .filter(issuer -> issuer.jwks().isEmpty())
                .map(issuer -> new SignInWay(issuer.name(), issuer.issuer().toString(), issuer.audience()))
                .toList();
    }

    static List<Provider> signingIn(List<OidcSettings> settings) {
        var http = Discovery.client();
        return settings.stream()
                .filter(issuer -> issuer.jwks().isEmpty())
                .map(issuer -> new Provider(issuer.name(), issuer.issuer().toString(), issuer.audience(), http))
                .toList();
    }

    private static Issuer issuer(OidcSettings settings) {
        var kind = settings.kind();
        var owner = settings.owner();
        KeySource keys = settings.jwks().<KeySource>map(KeySource.JwksFile::new).orElseGet(KeySource.Discovery::new);
        return new Issuer(
                settings.name(),
                settings.issuer().toString(),
                settings.audience(),
                settings.subject(),
                settings.groups(),
                new Issuer.KindClaim(kind.claim(), kind.byDefault()),
                new Issuer.OwnerClaim(owner.claim(), owner.of()),
                settings.mayAssert().stream()
                        .map(assertion -> switch (assertion) {
                            case ACT -> Issuer.Assertion.ACT;
                            case KIND -> Issuer.Assertion.KIND;
                        })
                        .collect(Collectors.toSet()),
                keys);
    }

    private static KeySet keys(Issuer issuer, InstantSource clock) {
        return switch (issuer.keys()) {
            case KeySource.JwksFile(var file) -> new KeysInFile(file);
            case KeySource.Discovery _ -> {
                var keys = new DiscoveredKeys(
                        issuer.name(),
                        new Discovery(
                                issuer.issuerUrl(),
                                HttpClient.newBuilder()
                                        .followRedirects(HttpClient.Redirect.NEVER)
                                        .build()),
                        clock);
                keys.warm();
                yield keys;
            }
        };
    }
}
