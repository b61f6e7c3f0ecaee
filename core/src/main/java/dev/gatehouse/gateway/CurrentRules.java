package dev.gatehouse.gateway;

/// The rules of the last good load of the configuration. A reload replaces them between two decisions; a decision under
/// way keeps what it began with.
public final class CurrentRules {
    private volatile InForce inForce;

    public CurrentRules(InForce first) {
        inForce = first;
    }

    public InForce get() {
        return inForce;
    }

    public void replace(InForce next) {
        inForce = next;
    }
}
