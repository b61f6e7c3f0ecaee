package dev.gatehouse.server;

import dev.gatehouse.net.ServerTls;
import dev.gatehouse.server.settings.ListenerSettings;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// A listener's certificate and key, which are read again when their files change: connections made from then on get
/// the
/// new one. Handshakes are safe beside [#look]; looking is for one thread.
final class ServedCertificate {
    /// What came of a look.
    sealed interface Seen {
        /// The files are as they were, or may be in the middle of being written.
        record Nothing() implements Seen {}

        record Replaced(String fingerprint) implements Seen {}

        /// They cannot be used; the old certificate stays.
        record Unusable(String reason) implements Seen {}
    }

    /// One load. A handshake chooses an alias and comes back for key and chain, so the last load is kept beside it.
    private record Load(long number, X509ExtendedKeyManager keys, X509Certificate leaf) {}

    private final ListenerSettings.Pair pair;
    private volatile List<Load> newestFirst;
    private String known;
    private String seen;

    private ServedCertificate(ListenerSettings.Pair pair, Load first, String digest) {
        this.pair = pair;
        newestFirst = List.of(first);
        known = digest;
        seen = digest;
    }

    /// @throws IOException when the files cannot be used; the message says why
    static ServedCertificate load(ListenerSettings.Pair pair) throws IOException {
        String digest = digest(pair);
        return new ServedCertificate(pair, load(pair, 0), digest);
    }

    private static Load load(ListenerSettings.Pair pair, long number) throws IOException {
        var keys = PemFiles.keys(pair.certificate(), pair.key());
        return new Load(number, keys.manager(), keys.leaf());
    }

    /// TLS with whatever is the newest certificate at each handshake.
    ServerTls tls() throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Newest()}, null, null);
            return new ServerTls(context, () -> newestFirst.getFirst().leaf());
        } catch (GeneralSecurityException impossible) {
            throw new IOException("TLS is part of every JDK", impossible);
        }
    }

    /// Looks at the files once. A change counts when it has stayed the same for one further look, so that no
    /// half-written pair is loaded.
    Seen look() {
        try {
            String now = digest(pair);
            boolean settled = now.equals(seen);
            seen = now;
            if (!settled || now.equals(known)) {
                return new Seen.Nothing();
            }
            known = now;
            var newest = newestFirst.getFirst();
            var next = load(pair, newest.number() + 1);
            newestFirst = List.of(next, newest);
            return new Seen.Replaced(fingerprint(next.leaf()));
        } catch (IOException unusable) {
            return new Seen.Unusable(String.valueOf(unusable.getMessage()));
        }
    }

    private static String digest(ListenerSettings.Pair pair) throws IOException {
        var digest = sha256();
        for (var file : List.of(pair.certificate(), pair.key())) {
            digest.update(Files.readAllBytes(file));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String fingerprint(X509Certificate leaf) throws IOException {
        try {
            return HexFormat.of().formatHex(sha256().digest(leaf.getEncoded()));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the certificate cannot be encoded", unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    /// Answers from the newest load, and from the one before for a handshake that began with it.
    private final class Newest extends X509ExtendedKeyManager {
        private String numbered(Load load, @Nullable String alias) {
            return load.number() + ":" + alias;
        }

        private Optional<Load> of(String alias) {
            return newestFirst.stream()
                    .filter(load -> alias.startsWith(load.number() + ":"))
                    .findFirst();
        }

        private static String bare(String alias) {
            return alias.substring(alias.indexOf(':') + 1);
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            var load = newestFirst.getFirst();
            String alias = load.keys().chooseServerAlias(type, issuers, socket);
            return alias == null ? null : numbered(load, alias);
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            var load = newestFirst.getFirst();
            String alias = load.keys().chooseEngineServerAlias(type, issuers, engine);
            return alias == null ? null : numbered(load, alias);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return of(alias)
                    .map(load -> load.keys().getCertificateChain(bare(alias)))
                    .orElse(null);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return of(alias).map(load -> load.keys().getPrivateKey(bare(alias))).orElse(null);
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            var load = newestFirst.getFirst();
            String[] aliases = load.keys().getServerAliases(type, issuers);
            return aliases == null
                    ? null
                    : Stream.of(aliases).map(alias -> numbered(load, alias)).toArray(String[]::new);
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
