package dev.gatehouse.server;

import dev.gatehouse.net.ServerTls;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecordingFailed;
import dev.gatehouse.server.settings.ListenerSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificates of all listeners: loads them, and loads them again when their files change. A change is on record,
/// taken or not.
final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final long LOOK_SECONDS = 2;

    private final Recorder recorder;
    private final InstantSource clock;
    private final Map<String, ServedCertificate> served = new ConcurrentHashMap<>();
    private final Map<String, String> complaints = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Certificates(Recorder recorder, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /// TLS for a listener, watched from now on.
    ///
    /// @throws IOException when the files cannot be used; the message says why
    ServerTls of(String listener, ListenerSettings.Pair pair) throws IOException {
        var certificate = ServedCertificate.load(pair);
        served.put(listener, certificate);
        return certificate.tls();
    }

    void start() {
        Thread.ofPlatform().daemon().name("certificates").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks at all files once.
    void look() {
        served.forEach((listener, certificate) -> {
            switch (certificate.look()) {
                case ServedCertificate.Seen.Nothing _ -> {}
                case ServedCertificate.Seen.Replaced(String fingerprint) -> {
                    complaints.remove(listener);
                    LOG.info("new connections to listeners.{} get the certificate {}", listener, fingerprint);
                    record(listener, fingerprint, true);
                }
                case ServedCertificate.Seen.Unusable(String reason) -> complain(listener, reason);
            }
        });
    }

    /// Once for each reason, not at every look.
    private void complain(String listener, String reason) {
        if (!reason.equals(complaints.put(listener, reason))) {
            LOG.error("listeners.{}: {}; THE OLD CERTIFICATE STAYS", listener, reason);
            record(listener, "", false);
        }
    }

    private void record(String listener, String fingerprint, boolean accepted) {
        try {
            recorder.append(
                    new Event.CertificateLoaded(clock.instant(), listener, fingerprint, accepted), Durability.WRITTEN);
        } catch (RecordingFailed failed) {
            LOG.error("the change of a certificate could not be recorded", failed);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
