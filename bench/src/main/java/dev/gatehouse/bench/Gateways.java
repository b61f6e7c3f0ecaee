package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoIssuer;
import java.io.IOException;
import java.nio.file.Path;

/// What every gateway under test is started with.
///
/// @param launcher `./gatehouse`
record Gateways(Path launcher, Path directory, Database database, DemoCertificates certificates, DemoIssuer issuer) {
    /// @param name `full` has rules and masks, any other lets everything pass
    GatewayUnderTest start(String name, boolean tls) throws IOException {
        return GatewayUnderTest.start(name, tls, this);
    }
}
