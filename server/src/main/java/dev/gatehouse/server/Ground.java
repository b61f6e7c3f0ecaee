package dev.gatehouse.server;

import dev.gatehouse.control.store.Store;
import dev.gatehouse.model.IdSource;
import dev.gatehouse.model.RandomIds;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecorderSettings;
import dev.gatehouse.recording.log.LocalDisk;
import dev.gatehouse.recording.log.TimedDisk;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.metrics.CountingRecorder;
import dev.gatehouse.server.metrics.Metrics;
import dev.gatehouse.server.settings.SecretReference.Environment;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.StoreSettings;
import java.io.IOException;
import java.security.DrbgParameters;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What all else stands on: the keys, the record, the store, the measures; time, randomness and ids.
///
/// @param counted the record, with each event counted for the metrics
record Ground(
        GatewayKeys keys,
        LogRecorder recorder,
        Recorder counted,
        Store store,
        Metrics metrics,
        SecureRandom random,
        InstantSource clock) {
    /// Opens keys, record and store; `parts` closes them again.
    ///
    /// @throws IOException with what to do, when one of them cannot be used
    static Ground open(Settings settings, Environment environment, Parts parts) throws IOException {
        var clock = InstantSource.system();
        var random = strongRandom();
        var metrics = new Metrics();
        var keys = parts.add(GatewayKeys.load(settings.gateway().keys()));
        var disk = new TimedDisk(new LocalDisk(), metrics);
        var recorder =
                parts.add(LogRecorder.open(settings.gateway().data(), keys, recording(settings), disk, clock, random));
        metrics.watch(recorder);
        var store = parts.add(store(settings, environment));
        return new Ground(keys, recorder, new CountingRecorder(recorder, metrics), store, metrics, random, clock);
    }

    IdSource ids() {
        return new RandomIds(random);
    }

    /// A generator of NIST SP 800-90A, seeded by the operating system. Drawn from in large pieces, as the keys of
    /// blocks are, it costs a tenth of the one that the JDK takes by itself, which asks the system for every byte.
    private static SecureRandom strongRandom() {
        try {
            return SecureRandom.getInstance(
                    "DRBG", DrbgParameters.instantiation(256, DrbgParameters.Capability.RESEED_ONLY, null));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has a DRBG", impossible);
        }
    }

    private static RecorderSettings recording(Settings settings) {
        var sync = switch (settings.recording().sync()) {
            case GROUP -> RecorderSettings.Sync.GROUP;
            case ALWAYS -> RecorderSettings.Sync.ALWAYS;
        };
        return new RecorderSettings(sync, RecorderSettings.DEFAULT.interval(), RecorderSettings.DEFAULT.journalBytes());
    }

    private static Store store(Settings settings, Environment environment) throws IOException {
        if (settings.store().isEmpty()) {
            return Store.open(settings.gateway().data().resolve("store"));
        }
        StoreSettings store = settings.store().get();
        String password =
                store.password().isPresent() ? new String(store.password().get().read(environment)) : "";
        return Store.open(new Store.Server(store.jdbcUrl(), store.login(), password));
    }
}
