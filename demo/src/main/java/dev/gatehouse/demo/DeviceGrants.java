package dev.gatehouse.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Devices that wait until somebody has entered their code in a browser (RFC 8628). Each waits ten minutes at most and
/// gets its tokens once. Thread-safe.
final class DeviceGrants {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 1000;
    private static final int DEVICE_BYTES = 32;
    private static final int HALF = 4;

    /// Without vowels, so that no words come about, and without digits (RFC 8628 section 6.1).
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Map<String, Waiting> devices = new HashMap<>();

    DeviceGrants(InstantSource clock) {
        this.clock = clock;
    }

    /// @param device known to the device only
    /// @param user what a person enters
    record Codes(String device, String user) {}

    private record Waiting(String user, Instant until, Optional<DemoPart> part) {}

    /// What a device hears that asks for its tokens.
    sealed interface Heard {
        record Wait() implements Heard {}

        record Granted(DemoPart part) implements Heard {}

        record TooLate() implements Heard {}
    }

    synchronized Codes begin() {
        Instant now = clock.instant();
        devices.values().removeIf(waiting -> waiting.until().isBefore(now));
        if (devices.size() >= MOST) {
            devices.clear();
        }
        var bytes = new byte[DEVICE_BYTES];
        random.nextBytes(bytes);
        var codes =
                new Codes(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), letters() + "-" + letters());
        devices.put(codes.device(), new Waiting(codes.user(), now.plus(LIFE), Optional.empty()));
        return codes;
    }

    private String letters() {
        var text = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// Somebody entered a code, and chose whom to be; false where no device waits for it.
    synchronized boolean allow(String user, DemoPart part) {
        String entered = user.strip().toUpperCase(Locale.ROOT);
        Instant now = clock.instant();
        for (var each : devices.entrySet()) {
            Waiting waiting = each.getValue();
            if (waiting.user().equals(entered) && !waiting.until().isBefore(now)) {
                each.setValue(new Waiting(waiting.user(), waiting.until(), Optional.of(part)));
                return true;
            }
        }
        return false;
    }

    synchronized Heard redeem(String device) {
        Waiting waiting = devices.get(device);
        if (waiting == null || waiting.until().isBefore(clock.instant())) {
            return new Heard.TooLate();
        }
        if (waiting.part().isEmpty()) {
            return new Heard.Wait();
        }
        devices.remove(device);
        return new Heard.Granted(waiting.part().get());
    }
}
