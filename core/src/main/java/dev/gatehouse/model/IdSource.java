package dev.gatehouse.model;

/// Where new ids come from: strong randomness in a gateway, a counter in a test.
@FunctionalInterface
public interface IdSource {
    Id next();
}
