package dev.gatehouse.control.console.signin;

import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.control.admin.ports.TokenCheck;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Sends a browser to an issuer and takes it back (OpenID Connect Core 3.1, PKCE of RFC 7636).
///
/// What must be remembered meanwhile lies sealed in a cookie of the browser that began, so nobody else's
/// browser can be made to finish (login CSRF), and nothing is kept here for strangers. A sign-in may take
/// [#LIFE]. Safe for many threads.
public final class SignInFlow {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_NEXT = 512;

    private final List<Provider> providers;
    private final TokenCheck tokens;
    private final Seal seal;
    private final SecureRandom random;
    private final InstantSource clock;

    public SignInFlow(List<Provider> providers, TokenCheck tokens, SecureRandom random, InstantSource clock) {
        this.providers = List.copyOf(providers);
        this.tokens = tokens;
        this.random = random;
        this.clock = clock;
        var key = new byte[RANDOM_BYTES];
        random.nextBytes(key);
        seal = new Seal(key);
    }

    /// @param to where the browser goes
    /// @param cookie what it must bring back
    public record Begun(URI to, String cookie) {}

    /// How a sign-in ended.
    public sealed interface Ended {
        /// @param next the page that was asked for
        record SignedIn(Principal principal, String next) implements Ended {}

        /// @param word why, as the end of a key of the console's texts
        record Failed(String word, String reference) implements Ended {}
    }

    public List<String> issuers() {
        return providers.stream().map(Provider::name).toList();
    }

    /// Begins a sign-in; empty when no issuer is called that.
    ///
    /// @param back this console's own address for the way back
    /// @param next a page of this console
    /// @param again whether the issuer is to ask even somebody whom it remembers
    /// @throws IOException when the issuer cannot be asked
    public Optional<Begun> begin(String issuer, URI back, String next, boolean again) throws IOException {
        var provider = named(issuer);
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String content = String.join(
                ".",
                Seal.encoded(bytes),
                Long.toString(clock.instant().plus(LIFE).getEpochSecond()),
                text(issuer),
                text(next.length() > LONGEST_NEXT ? "/" : next));
        URI to = provider.get()
                .authorization(
                        back,
                        seal.of("state", content),
                        seal.of("nonce", content),
                        Seal.digest(seal.of("verifier", content)),
                        again);
        return Optional.of(new Begun(to, content + "." + seal.of("cookie", content)));
    }

    /// Ends a sign-in with what the issuer sent the browser back with.
    ///
    /// @param source the address that the browser comes from
    public Ended end(Optional<String> cookie, String state, String code, URI back, String source) throws IOException {
        Optional<String> content = cookie.flatMap(this::opened);
        if (content.isEmpty() || !seal.fits(state, "state", content.get())) {
            return new Ended.Failed("expired", "");
        }
        if (code.isEmpty()) {
            return new Ended.Failed("refused", "");
        }
        String[] parts = content.get().split("\\.", -1);
        var provider = named(read(parts[2]));
        if (provider.isEmpty()) {
            return new Ended.Failed("expired", "");
        }
        var token = provider.get().redeem(code, seal.of("verifier", content.get()), back);
        if (token.isEmpty()) {
            return new Ended.Failed("refused", "");
        }
        return switch (tokens.check(token.get(), source)) {
            case TokenCheck.Checked.Refused(String reference) -> new Ended.Failed("unknown", reference);
            case TokenCheck.Checked.Known(Principal principal) ->
                seal.of("nonce", content.get()).equals(nonce(token.get()))
                        ? new Ended.SignedIn(principal, read(parts[3]))
                        : new Ended.Failed("expired", "");
        };
    }

    private Optional<Provider> named(String issuer) {
        return providers.stream()
                .filter(provider -> provider.name().equals(issuer))
                .findFirst();
    }

    private Optional<String> opened(String cookie) {
        int dot = cookie.lastIndexOf('.');
        if (dot < 0 || !seal.fits(cookie.substring(dot + 1), "cookie", cookie.substring(0, dot))) {
            return Optional.empty();
        }
        String content = cookie.substring(0, dot);
        var until = Instant.ofEpochSecond(Long.parseLong(content.split("\\.", -1)[1]));
        return clock.instant().isBefore(until) ? Optional.of(content) : Optional.empty();
    }

    /// Asked only of tokens whose signature was checked.
    private static String nonce(String token) {
        try {
            String nonce = SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("nonce");
            return nonce == null ? "" : nonce;
        } catch (ParseException malformed) {
            return "";
        }
    }

    private static String text(String text) {
        return Seal.encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
