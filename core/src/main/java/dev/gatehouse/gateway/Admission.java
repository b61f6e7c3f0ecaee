package dev.gatehouse.gateway;

/// The answer to one operation.
public sealed interface Admission {
    record Admitted(Exchange exchange) implements Admission {}

    record Refused(Refusal refusal) implements Admission {}
}
