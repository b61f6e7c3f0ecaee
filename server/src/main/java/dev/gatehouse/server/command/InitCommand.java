package dev.gatehouse.server.command;

import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.KeysUnusable;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatehouse init`: the master key and the signing key, once.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Creates the master key and the signing key in gateway.keys and prints the log's public key."
                + " Keys that exist are never overwritten.",
        footer = {"", "Example:", "  gatehouse init -c gatehouse.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:created", "2:the configuration has mistakes, or there are keys already"})
public final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationFile configuration = new ConfigurationFile();

    private final SettingsLoader loader;

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public InitCommand(SettingsLoader loader) {
        this.loader = loader;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        var loaded = configuration.load(loader, err);
        if (loaded.isEmpty()) {
            err.println("No keys were created: " + configuration.path() + " has mistakes.");
            return 2;
        }
        var gateway = loaded.get().settings().orElseThrow().gateway();
        try (var keys =
                GatewayKeys.create(gateway.keys(), gateway.name(), InstantSource.system(), new SecureRandom())) {
            spec.commandLine().getOut().println(keys.verifierKey());
            err.println("Keys are in " + gateway.keys() + ". Keep a copy in a safe place: without them no recording"
                    + " can be read. The line above is public; give it to whoever verifies the log.");
            return 0;
        } catch (KeysUnusable existing) {
            err.println(existing.getMessage());
            return 2;
        } catch (IOException unwritable) {
            err.println("The keys could not be written to " + gateway.keys() + ": " + unwritable.getMessage());
            return 2;
        }
    }
}
