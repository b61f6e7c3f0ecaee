package dev.gatehouse.server.metrics;

import java.util.List;

/// Everything that is measured. No label ever holds who somebody is, or what they asked.
public enum Metric {
    READY("gatehouse.ready", Type.GAUGE, "1 while clients are taken, 0 while stopping or while the record fails."),
    SESSIONS("gatehouse.sessions", Type.GAUGE, "Sessions open now, those of the gateway itself included."),
    SESSIONS_STARTED("gatehouse.sessions.started", Type.COUNTER, "Sessions begun.", "connection"),
    LOGINS_WAITING("gatehouse.logins.waiting", Type.GAUGE, "Connections that have not logged in yet.", "listener"),
    LOGINS_REFUSED("gatehouse.logins.refused", Type.COUNTER, "Logins refused, by the reason on record.", "reason"),
    OPERATIONS(
            "gatehouse.operations",
            Type.COUNTER,
            "Operations decided: allow, deny or hold. One that was held is decided again.",
            "connection",
            "decision"),
    HELD("gatehouse.operations.held", Type.GAUGE, "Operations that wait for people now."),
    DURATION("gatehouse.operation", Type.TIMER, "From the decision to the end of the answer.", "connection", "outcome"),
    ROWS("gatehouse.rows", Type.COUNTER, "Rows, or other parts of answers, that were released.", "connection"),
    BYTES("gatehouse.delivered.bytes", Type.COUNTER, "Bytes that were released to clients.", "connection"),
    MASKED(
            "gatehouse.masked.cells",
            Type.COUNTER,
            "Values in masked columns of released rows; of a text with several statements, as if each had the most."),
    SYNC("gatehouse.record.sync", Type.TIMER, "How long the disk took to make something of the record durable."),
    ENTRIES("gatehouse.record.entries", Type.GAUGE, "Entries of the log."),
    RECORD_FAILED(
            "gatehouse.record.failed", Type.GAUGE, "1 once the record could not be written: nothing runs any more."),
    BUFFERS("gatehouse.buffers", Type.GAUGE, "Buffers of 64 KB: lent to sessions, or kept for the next.", "state"),
    LARGE("gatehouse.buffers.large.bytes", Type.GAUGE, "Memory of messages beyond 64 KB; limits.buffer bounds it."),
    THREADS("gatehouse.threads", Type.GAUGE, "Threads of sessions.");

    /// How a value behaves.
    public enum Type {
        GAUGE,
        COUNTER,
        TIMER
    }

    private final String id;
    private final Type type;
    private final String about;
    private final List<String> labels;

    Metric(String id, Type type, String about, String... labels) {
        this.id = id;
        this.type = type;
        this.about = about;
        this.labels = List.of(labels);
    }

    String id() {
        return id;
    }

    public Type type() {
        return type;
    }

    public String about() {
        return about;
    }

    public List<String> labels() {
        return labels;
    }

    /// As Prometheus shows it.
    public String shown() {
        String name = id.replace('.', '_');
        return switch (type) {
            case GAUGE -> name;
            case COUNTER -> name + "_total";
            case TIMER -> name + "_seconds";
        };
    }
}
