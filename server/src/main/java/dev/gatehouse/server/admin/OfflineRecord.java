package dev.gatehouse.server.admin;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.SessionSource;
import dev.gatehouse.model.Id;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The record of a gateway on this machine, read with its keys and without asking it: whoever has the keys sees
/// everything, and no look is recorded.
public final class OfflineRecord implements SessionSource {
    private final GatewayKeys keys;
    private final RecordedSessions sessions;

    private OfflineRecord(Path data, GatewayKeys keys) {
        this.keys = keys;
        sessions = new RecordedSessions(data, keys, () -> {}, () -> -1, false, Views.ofEverything());
    }

    /// @throws CommandFailed when configuration, keys or record cannot be used
    public static SessionSource open(Path configuration, SettingsLoader loader) {
        if (!Files.isReadable(configuration)) {
            throw CommandFailed.usage(
                    "There is no readable file " + configuration + ". Name the configuration with -c" + " FILE.");
        }
        Loaded loaded = loader.load(configuration);
        var gateway = loaded.settings()
                .orElseThrow(() -> CommandFailed.usage(
                        configuration + " has mistakes; see them with: gatehouse check -c " + configuration))
                .gateway();
        if (!Files.isDirectory(gateway.data().resolve("log"))) {
            throw CommandFailed.usage("There is no record in " + gateway.data() + " yet: the gateway was never started"
                    + " with " + configuration + ".");
        }
        try {
            return new OfflineRecord(gateway.data(), GatewayKeys.load(gateway.keys()));
        } catch (IOException unusable) {
            throw CommandFailed.usage(String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    public Page<SessionSummary> find(SessionQuery query) throws IOException {
        return sessions.find(query, _ -> true);
    }

    @Override
    public SessionDetail show(String id) throws IOException {
        return sessions.show(parsed(id)).orElseThrow(() -> unknown(id));
    }

    @Override
    public SessionReplay answers(String id) throws IOException {
        return sessions.answers(parsed(id)).orElseThrow(() -> unknown(id));
    }

    @Override
    public void replay(String id, OutputStream out) throws IOException {
        Id session = parsed(id);
        if (sessions.show(session).isEmpty()) {
            throw unknown(id);
        }
        sessions.replay(session, out);
    }

    private static Id parsed(String id) {
        return Id.parse(id).orElseThrow(() -> unknown(id));
    }

    private static CommandFailed unknown(String id) {
        return CommandFailed.refused("There is no session " + id + " in this record; see: gatehouse sessions list.");
    }

    @Override
    public void close() {
        keys.close();
    }
}
