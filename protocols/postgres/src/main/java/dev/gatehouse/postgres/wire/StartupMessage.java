package dev.gatehouse.postgres.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// StartupMessage (F): who wants which database, and settings.
///
/// @param minor of protocol 3; versions later than [#NEWEST_MINOR] are answered with [#negotiation]
/// @param parameters in the order given; a name given twice is a violation, since readers would differ in which counts
public record StartupMessage(int minor, Map<String, String> parameters) implements StartupPacket {
    public static final int MAJOR = 3;
    public static final int NEWEST_MINOR = 2;

    public StartupMessage {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static StartupMessage decode(int major, int minor, MessageReader in) {
        if (major != MAJOR) {
            throw new WireException(
                    "0A000",
                    "unsupported frontend protocol " + major + "." + minor + ": this server speaks 3.0 to 3.2");
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var name = in.string(); !name.isEmpty(); name = in.string()) {
            if (parameters.put(name, in.string()) != null) {
                throw WireException.violation("a start-up parameter was given twice");
            }
        }
        return new StartupMessage(minor, parameters);
    }

    @Override
    public void encode(MessageWriter out) {
        out.beginUntyped().int16(MAJOR).int16(minor);
        parameters.forEach((name, value) -> out.string(name).string(value));
        out.int8(0).end();
    }

    /// The parameter `user`; PostgreSQL refuses a start-up without one.
    public Optional<String> user() {
        return Optional.ofNullable(parameters.get("user")).filter(name -> !name.isEmpty());
    }

    /// The database asked for, which is the user's name if none is.
    public Optional<String> database() {
        return Optional.ofNullable(parameters.get("database"))
                .filter(name -> !name.isEmpty())
                .or(this::user);
    }

    /// What must be sent before anything else if the client asked for a later minor version or for protocol options,
    /// none of which are known.
    public Optional<NegotiateProtocolVersion> negotiation() {
        List<String> options = new ArrayList<>(parameters.keySet());
        options.removeIf(name -> !name.startsWith("_pq_."));
        if (minor <= NEWEST_MINOR && options.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NegotiateProtocolVersion(MAJOR << 16 | Math.min(minor, NEWEST_MINOR), options));
    }

    /// Names no values: they may be personal.
    @Override
    public String toString() {
        return "StartupMessage[3." + minor + ", " + parameters.keySet() + "]";
    }
}
