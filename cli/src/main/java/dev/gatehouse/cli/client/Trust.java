package dev.gatehouse.cli.client;

import dev.gatehouse.cli.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Trust in the certificates of one PEM file, and in no others.
final class Trust {
    private Trust() {}

    static SSLContext in(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw CommandFailed.usage("There is no certificate in " + pem + "; it must be a PEM file.");
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException unreadable) {
            throw CommandFailed.usage("Cannot read the certificate authority " + pem + ": " + unreadable.getMessage()
                    + ". Check --ca or GATEHOUSE_CA.");
        } catch (GeneralSecurityException malformed) {
            throw CommandFailed.usage("Not a PEM file of certificates: " + pem + ". Check --ca or GATEHOUSE_CA.");
        }
    }
}
