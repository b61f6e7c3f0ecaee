package dev.gatehouse.cli.client;

import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The sign-in that `login` keeps: which gateway, its certificate authority, and the token. In
/// `$XDG_CONFIG_HOME/gatehouse/login.json`, readable by its owner only.
public record SignIn(String url, Optional<String> ca, String token) {
    private static final String OWNER_ONLY = "rw-------";

    @Override
    public String toString() {
        return "SignIn[" + url + ", token not shown]";
    }

    public static Path file(Shell shell) {
        Path config = shell.variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(shell.home().resolve(".config"));
        return config.resolve("gatehouse").resolve("login.json");
    }

    /// What was kept; empty when nobody signed in.
    public static Optional<SignIn> load(Shell shell) {
        Path file = file(shell);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), SignIn.class));
        } catch (IOException | JacksonException unreadable) {
            throw CommandFailed.usage("Cannot read " + file + "; sign in again: gatehouse login.");
        }
    }

    /// Keeps it in place of an earlier one, at once and whole.
    public void save(Shell shell) {
        Path file = file(shell);
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(
                    folder,
                    "login",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.write(fresh, Json.MAPPER.writeValueAsBytes(this));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CommandFailed.usage("Cannot write " + file + ": " + e.getMessage() + ".");
        }
    }
}
