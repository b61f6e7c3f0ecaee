package dev.gatehouse.control.identity;

import dev.gatehouse.control.store.SwitchRow;
import dev.gatehouse.control.store.SwitchTable;
import dev.gatehouse.gateway.Switches;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Which connections and identities are turned off: written to the store first, in force at once, then told to
/// listeners. Safe for many threads; asking costs no I/O.
public final class StoredSwitches implements Switches {
    private static final String CONNECTION = "connection";
    private static final String IDENTITY = "identity";

    private final SwitchTable table;
    private final InstantSource clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<Switch, Switch.Off> off;

    /// Reads what is off from the store.
    public StoredSwitches(SwitchTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        this.off = read();
    }

    /// Is told on the thread that turned something off or on, after it is in force; should be quick.
    @FunctionalInterface
    public interface Listener {
        /// @param isOff whether it was turned off, so that sessions it stops must end
        void turned(Switch what, boolean isOff);
    }

    public void tell(Listener listener) {
        listeners.add(listener);
    }

    /// Turns something off. Doing so again changes nothing.
    public void disable(Switch what, String by, String because) {
        synchronized (this) {
            table.insert(row(new Switch.Off(what, clock.instant(), by, because)));
            off = read();
        }
        listeners.forEach(listener -> listener.turned(what, true));
    }

    public void enable(Switch what) {
        synchronized (this) {
            SwitchRow row = row(new Switch.Off(what, Instant.EPOCH, "", ""));
            table.delete(row.what(), row.issuer(), row.name());
            off = read();
        }
        listeners.forEach(listener -> listener.turned(what, false));
    }

    public Collection<Switch.Off> all() {
        return off.values();
    }

    @Override
    public boolean connectionDisabled(String connection) {
        return off.containsKey(new Switch.OfConnection(connection));
    }

    @Override
    public boolean identityDisabled(Principal principal) {
        var concerned = new HashSet<>(principal.chain());
        concerned.add(principal.root());
        principal.owner().ifPresent(concerned::add);
        return concerned.stream().map(Switch.OfIdentity::new).anyMatch(off::containsKey);
    }

    private Map<Switch, Switch.Off> read() {
        var read = new LinkedHashMap<Switch, Switch.Off>();
        for (SwitchRow row : table.all()) {
            Switch.Off entry = entry(row);
            read.put(entry.what(), entry);
        }
        return Collections.unmodifiableMap(read);
    }

    private static SwitchRow row(Switch.Off entry) {
        long since = entry.since().getEpochSecond();
        return switch (entry.what()) {
            case Switch.OfConnection(String name) ->
                new SwitchRow(CONNECTION, "", name, since, entry.by(), entry.because());
            case Switch.OfIdentity(Identity(String issuer, String id)) ->
                new SwitchRow(IDENTITY, issuer, id, since, entry.by(), entry.because());
        };
    }

    private static Switch.Off entry(SwitchRow row) {
        Switch what = row.what().equals(CONNECTION)
                ? new Switch.OfConnection(row.name())
                : new Switch.OfIdentity(new Identity(row.issuer(), row.name()));
        return new Switch.Off(what, Instant.ofEpochSecond(row.since()), row.by(), row.because());
    }
}
