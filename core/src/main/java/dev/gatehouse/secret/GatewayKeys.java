package dev.gatehouse.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The gateway's master key and signing key, kept in a directory outside its data.
///
/// The master key opens what was recorded, through keys derived from it; the signing key signs the log's checkpoints.
/// A set of keys belongs to one gateway and one epoch: new keys begin a new log. Safe for any thread.
public final class GatewayKeys implements AutoCloseable {
    private static final String SIGNING_FILE = "signing.key";
    private static final String MASTER_FILE = "master.key";
    private static final String SIGNING_HEADER = "gatehouse signing key, version 1";
    private static final String MASTER_HEADER = "gatehouse master key, version 1";
    private static final int MASTER_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final DateTimeFormatter EPOCH =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final PrivateKey signing;
    private final VerifierKey verifier;
    private final Secret master;

    private GatewayKeys(PrivateKey signing, VerifierKey verifier, Secret master) {
        this.signing = signing;
        this.verifier = verifier;
        this.master = master;
    }

    /// Makes new keys for the gateway called `gatewayName` in `directory`.
    ///
    /// @throws KeysUnusable if there are keys already (they are never overwritten) or the name cannot be used
    public static GatewayKeys create(Path directory, String gatewayName, InstantSource clock, SecureRandom random)
            throws IOException {
        if (!NAME.matcher(gatewayName).matches()) {
            throw new KeysUnusable("gateway.name '" + gatewayName
                    + "' becomes part of the log's name: use 1 to 64 letters, digits, '.', '_' or '-'.");
        }
        for (String file : new String[] {SIGNING_FILE, MASTER_FILE}) {
            if (Files.exists(directory.resolve(file))) {
                throw new KeysUnusable(directory.resolve(file) + " exists and is not overwritten. What was recorded"
                        + " can only be read with the keys it was recorded with.");
            }
        }
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory, ownerOnly);
        var masterKey = new byte[MASTER_BYTES];
        random.nextBytes(masterKey);
        KeyPair pair = newPair(random);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("gateway", gatewayName);
        values.put("epoch", EPOCH.format(clock.instant()));
        values.put("public", base64(rawPublic(pair)));
        values.put("private", base64(pair.getPrivate().getEncoded()));
        KeyFile.write(directory.resolve(SIGNING_FILE), SIGNING_HEADER, values);
        KeyFile.write(directory.resolve(MASTER_FILE), MASTER_HEADER, Map.of("key", base64(masterKey)));
        Arrays.fill(masterKey, (byte) 0);
        return load(directory);
    }

    /// Reads the keys in `directory`.
    ///
    /// @throws KeysUnusable if they are missing, damaged or readable by others; the message says what to run
    public static GatewayKeys load(Path directory) throws IOException {
        Path signingFile = directory.resolve(SIGNING_FILE);
        Path masterFile = directory.resolve(MASTER_FILE);
        Map<String, String> signing = KeyFile.read(signingFile, SIGNING_HEADER);
        byte[] master = decode(masterFile, KeyFile.read(masterFile, MASTER_HEADER), "key");
        if (master.length != MASTER_BYTES) {
            throw new KeysUnusable(masterFile + " is damaged; restore it from your backup.");
        }
        try {
            var name = "gatehouse/" + text(signingFile, signing, "gateway") + "/" + text(signingFile, signing, "epoch");
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(decode(signingFile, signing, "private")));
            var verifier = VerifierKey.of(name, decode(signingFile, signing, "public"));
            var keys = new GatewayKeys(key, verifier, Secret.of(master));
            byte[] probe = name.getBytes(StandardCharsets.UTF_8);
            if (verifier.verifies(probe, keys.sign(probe))) {
                return keys;
            }
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new KeysUnusable(signingFile + " is damaged; restore it from your backup.");
        }
        throw new KeysUnusable(signingFile + " holds two halves of different keys; restore it from your backup.");
    }

    /// The log's public key: what `init` prints and a verifier needs.
    public VerifierKey verifierKey() {
        return verifier;
    }

    /// The log's name, `gatehouse/<gateway>/<epoch>`: the origin line of its checkpoints.
    public String origin() {
        return verifier.name();
    }

    /// An Ed25519 signature over `message`.
    public byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(signing);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot sign", e);
        }
    }

    /// The 32-byte key for one purpose, by HKDF-SHA256 from the master key.
    public Secret derive(Purpose purpose) {
        byte[] key = master.bytes();
        try {
            return Secret.of(expand(key, purpose.label().getBytes(StandardCharsets.UTF_8)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// A 32-byte key below `key` for one `context`, by HKDF-SHA256.
    public static byte[] expand(byte[] key, byte[] context) {
        try {
            var parameters = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(context, MASTER_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive keys with HKDF-SHA256", e);
        }
    }

    @Override
    public void close() {
        master.close();
    }

    @Override
    public String toString() {
        return "GatewayKeys[" + origin() + "]";
    }

    private static KeyPair newPair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static byte[] rawPublic(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static String text(Path file, Map<String, String> values, String name) throws KeysUnusable {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new KeysUnusable(file + " lacks '" + name + "'; restore it from your backup."));
    }

    private static byte[] decode(Path file, Map<String, String> values, String name) throws KeysUnusable {
        try {
            return Base64.getDecoder().decode(text(file, values, name));
        } catch (IllegalArgumentException e) {
            throw new KeysUnusable(file + ": '" + name + "' is not base 64; restore it from your backup.");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
