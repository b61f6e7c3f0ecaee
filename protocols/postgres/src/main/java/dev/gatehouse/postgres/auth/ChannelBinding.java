package dev.gatehouse.postgres.auth;

import dev.gatehouse.model.Slice;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// tls-server-end-point (RFC 5929, section 4.1): the hash of the server's certificate, by which both ends of a TLS
/// connection know that it is the same one.
public final class ChannelBinding {
    private static final Pattern HASH = Pattern.compile("(MD5|SHA1|SHA-?224|SHA-?256|SHA-?384|SHA-?512)(WITH.*)?");

    private ChannelBinding() {}

    /// Empty where the RFC defines none, such as for Ed25519 certificates.
    public static Optional<Slice> tlsServerEndPoint(X509Certificate certificate) {
        try {
            var hash = hash(certificate);
            return hash.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Slice.of(MessageDigest.getInstance(hash.get()).digest(certificate.getEncoded())));
        } catch (GeneralSecurityException | java.io.IOException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<String> hash(X509Certificate certificate)
            throws GeneralSecurityException, java.io.IOException {
        String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (name.equals("RSASSA-PSS")) {
            var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(certificate.getSigAlgParams());
            name = parameters
                    .getParameterSpec(PSSParameterSpec.class)
                    .getDigestAlgorithm()
                    .toUpperCase(Locale.ROOT);
        }
        var matcher = HASH.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        // MD5 and SHA-1 are too weak for this, the RFC says to take SHA-256 for them.
        return Optional.of(
                switch (matcher.group(1).replace("-", "")) {
                    case "SHA224" -> "SHA-224";
                    case "SHA384" -> "SHA-384";
                    case "SHA512" -> "SHA-512";
                    default -> "SHA-256";
                });
    }
}
