package dev.gatehouse.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an approval of an operation is bound to. Nearly all operations need no approval, so it is hashed only when
/// somebody asks. Equality is by digest. Thread-safe.
public final class Binding {
    private final Supplier<List<Slice>> parts;
    private volatile @Nullable Slice digest;

    private Binding(Supplier<List<Slice>> parts, @Nullable Slice digest) {
        this.parts = parts;
        this.digest = digest;
    }

    /// The binding to all of `parts`, in this order, which must be the same whenever they are asked for.
    public static Binding to(Supplier<List<Slice>> parts) {
        return new Binding(parts, null);
    }

    /// A binding of which only the digest is known.
    public static Binding of(Slice digest) {
        return new Binding(List::of, digest);
    }

    /// SHA-256 over the parts, each behind its length.
    public Slice digest() {
        var known = digest;
        if (known == null) {
            known = hashed();
            digest = known;
        }
        return known;
    }

    private Slice hashed() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (Slice part : parts.get()) {
                sha.update(Integer.toString(part.length()).getBytes(StandardCharsets.US_ASCII));
                sha.update((byte) ':');
                sha.update(part.array(), part.offset(), part.length());
            }
            return Slice.of(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binding binding && digest().equals(binding.digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return "Binding[" + digest() + "]";
    }
}
