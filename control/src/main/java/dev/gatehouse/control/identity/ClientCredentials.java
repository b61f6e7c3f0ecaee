package dev.gatehouse.control.identity;

import java.util.Optional;

/// Recognises a token that a client got for itself (RFC 6749 section 4.4), so that no person is behind it.
///
/// No standard says how such a token looks. The signs known here: the subject is the client (RFC 9068 section 2.2), the
/// grant is named (`gty` of Auth0, `grant_type`), `idtyp` says app (Entra ID), or Keycloak's name of a service account.
final class ClientCredentials {
    private ClientCredentials() {}

    static boolean issued(Claims claims) throws TokenRefused {
        return subjectIsClient(claims)
                || grant(claims, "gty")
                || grant(claims, "grant_type")
                || says(claims, "idtyp", "app")
                || serviceAccount(claims);
    }

    private static boolean subjectIsClient(Claims claims) throws TokenRefused {
        Optional<String> subject = claims.text("sub");
        return subject.isPresent()
                && (subject.equals(claims.text("client_id"))
                        || subject.equals(claims.text("azp"))
                        || subject.equals(claims.text("clientId")));
    }

    private static boolean grant(Claims claims, String name) throws TokenRefused {
        return claims.texts(name).stream().map(grant -> grant.replace('_', '-')).anyMatch("client-credentials"::equals);
    }

    private static boolean says(Claims claims, String name, String value) throws TokenRefused {
        return claims.text(name).filter(value::equals).isPresent();
    }

    private static boolean serviceAccount(Claims claims) throws TokenRefused {
        return claims.text("preferred_username")
                .filter(name -> name.startsWith("service-account-"))
                .isPresent();
    }
}
