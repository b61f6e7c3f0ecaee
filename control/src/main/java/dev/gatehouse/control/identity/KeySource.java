package dev.gatehouse.control.identity;

import java.nio.file.Path;

/// Where an issuer's public keys come from.
public sealed interface KeySource {
    /// The issuer's discovery document names them (OpenID Connect Discovery 1.0 section 4).
    record Discovery() implements KeySource {}

    /// A JSON Web Key Set in a file, for sites without a way to the issuer; read again when it changes.
    record JwksFile(Path file) implements KeySource {}
}
