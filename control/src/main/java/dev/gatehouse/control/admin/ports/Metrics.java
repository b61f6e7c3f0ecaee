package dev.gatehouse.control.admin.ports;

/// What is measured of the gateway.
@FunctionalInterface
public interface Metrics {
    /// In Prometheus' text form.
    String text();
}
