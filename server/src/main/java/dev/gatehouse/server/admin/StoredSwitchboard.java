package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.control.identity.StoredSwitches;

/// The API's switches, kept in the store. The API itself ends the sessions that one stops.
public final class StoredSwitchboard implements Switchboard {
    private final StoredSwitches stored;

    public StoredSwitchboard(StoredSwitches stored) {
        this.stored = stored;
    }

    @Override
    public void disable(Switch what, String by, String because) {
        stored.disable(stored(what), by, because);
    }

    @Override
    public void enable(Switch what) {
        stored.enable(stored(what));
    }

    @Override
    public boolean disabled(Switch what) {
        var asked = stored(what);
        return stored.all().stream().anyMatch(off -> off.what().equals(asked));
    }

    private static dev.gatehouse.control.identity.Switch stored(Switch what) {
        return switch (what) {
            case Switch.OfConnection(String name) -> new dev.gatehouse.control.identity.Switch.OfConnection(name);
            case Switch.OfIdentity(var identity) -> new dev.gatehouse.control.identity.Switch.OfIdentity(identity);
        };
    }
}
