package dev.gatehouse.control.admin.ports;

/// What stands for the name of somebody that the reader is not to know.
@FunctionalInterface
public interface Pseudonyms {
    /// The same for the same identity, always; nobody finds the identity from it without the gateway's keys.
    ///
    /// @param identity as `issuer:id`
    String of(String identity);
}
