package dev.gatehouse.cli.commands;

import dev.gatehouse.api.CredentialRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a credential shall be like.
final class Wish {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long it lives: 90s, 15m, 8h. The gateway may cut it.")
    private @Nullable String life;

    @Option(names = "--purpose", paramLabel = "PURPOSE", description = "What its sessions are for.")
    private @Nullable String purpose;

    CredentialRequest request(Optional<String> usualLife) {
        return new CredentialRequest(Optional.ofNullable(life).or(() -> usualLife), Optional.ofNullable(purpose));
    }
}
