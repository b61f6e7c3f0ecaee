package dev.gatehouse.policy;

/// A rule's `when`, compiled and type-checked when the configuration was loaded.
public interface Condition {
    Condition ALWAYS = new Condition() {
        @Override
        public boolean holds(Facts facts) {
            return true;
        }

        @Override
        public boolean namesMintsCredential() {
            return false;
        }

        @Override
        public boolean looksAtTime() {
            return false;
        }
    };

    /// Whether the condition holds. Any exception makes the rule deny.
    boolean holds(Facts facts);

    /// Whether the text names `mintsCredential`: only such an allow rule lifts the built-in `mints-credential`.
    boolean namesMintsCredential();

    /// Whether it may hold at one time and not at another, everything else being the same.
    default boolean looksAtTime() {
        return true;
    }
}
