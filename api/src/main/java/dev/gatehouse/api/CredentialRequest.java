package dev.gatehouse.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/// Asks for a short-lived credential.
///
/// @param life how long it shall live, such as `90s`, `15m` or `8h`; JSON name `for`
/// @param purpose what its sessions are for
public record CredentialRequest(@JsonProperty("for") Optional<String> life, Optional<String> purpose) {}
