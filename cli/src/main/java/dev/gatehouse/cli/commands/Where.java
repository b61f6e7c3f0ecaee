package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.GatewayAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which gateway is meant.
final class Where {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The gateway's console listener, https://HOST:PORT (or GATEHOUSE_URL, or as at login).")
    private @Nullable String url;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file of the authority that the gateway's certificate comes from (or GATEHOUSE_CA).")
    private @Nullable Path ca;

    GatewayAddress address(Shell shell) {
        return GatewayAddress.find(shell, Optional.ofNullable(url), Optional.ofNullable(ca));
    }

    Gateway open(Shell shell) {
        return new Gateway(address(shell));
    }

    boolean given() {
        return url != null;
    }
}
