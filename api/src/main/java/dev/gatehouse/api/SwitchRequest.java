package dev.gatehouse.api;

import java.util.Optional;

/// Why something is being switched off.
public record SwitchRequest(Optional<String> because) {}
