package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Whether others notice a crowd that waits: two gateways alike, one of which has it, measured in turn.
final class Waiting {
    private static final long LOOK_NANOS = 10_000_000_000L;

    private final Gateways gateways;
    private final int rounds;
    private final int seconds;
    private final PrintWriter out;

    Waiting(Gateways gateways, int rounds, int seconds, PrintWriter out) {
        this.gateways = gateways;
        this.rounds = rounds;
        this.seconds = seconds;
        this.out = out;
    }

    void measure(Way direct, int clients, int tabs, int warmUp) throws IOException {
        var tls = trusting(gateways.certificates().ca());
        try (var alone = gateways.start("waiting-alone", false);
                var crowded = gateways.start("waiting-crowd", false)) {
            var load = new Load(List.of(direct, alone.way(), crowded.way()), rounds, seconds, out::println);
            load.warmUp(warmUp);
            out.println("A crowd of " + clients + " that wait and " + tabs + " pages of the console");
            var before = idle(crowded);
            try (var crowd =
                    Crowd.gather(crowded, clients, tabs, tls, gateways.issuer().mint(DemoPart.LEAD))) {
                // The ratios are those to the gateway without the crowd.
                var table = new Table(List.of(alone.way(), crowded.way()), out);
                for (int count : List.of(1, 8)) {
                    Map<Way, List<Load.Sample>> samples = load.select("simple", count);
                    table.transactions("simple, " + count, samples);
                }
                out.printf(
                        "%nWhile nothing else happens the gateway uses %.2f %% of a CPU, %.2f %% without the crowd;"
                                + " pages were told of %d changes.%n",
                        idle(crowded), before, crowd.events());
            }
        }
    }

    private static SSLContext trusting(Path authority) throws IOException {
        try (InputStream in = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IOException("the certificate of " + authority + " cannot be used", impossible);
        }
    }

    /// Percent of one CPU.
    private static double idle(GatewayUnderTest gateway) throws IOException {
        double before = Cpu.micros(List.of(gateway.pid()));
        long began = System.nanoTime();
        LockSupport.parkNanos(LOOK_NANOS);
        return 100 * (Cpu.micros(List.of(gateway.pid())) - before) * 1000 / (System.nanoTime() - began);
    }
}
