package dev.gatehouse.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;

/// What makes the demo's issuer the same one after a restart: its private key and its port (0: any).
record IssuerState(ECKey key, int port) {

    static IssuerState readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new IssuerState(newKey(), 0);
        }
        try {
            Map<String, Object> state = JSONObjectUtils.parse(Files.readString(file));
            return new IssuerState(
                    ECKey.parse(JSONObjectUtils.getJSONObject(state, "key")), JSONObjectUtils.getInt(state, "port"));
        } catch (ParseException e) {
            throw new IOException(file + " is damaged. Delete it: the demo then makes a new issuer.");
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    IssuerState at(int actualPort) {
        return new IssuerState(key, actualPort);
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, JSONObjectUtils.toJSONString(Map.of("key", key.toJSONObject(), "port", port)));
    }

    @Override
    public String toString() {
        return "IssuerState[" + key.getKeyID() + ", " + port + "]";
    }
}
