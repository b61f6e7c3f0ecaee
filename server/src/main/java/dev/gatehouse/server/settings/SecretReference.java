package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a secret is kept. The configuration holds only this; the secret is read when it is needed.
public sealed interface SecretReference {
    /// A file that holds nothing but the secret; one line break at its end does not count.
    record InFile(Path file) implements SecretReference {}

    /// An environment variable of the gateway's process.
    record InEnvironment(String variable) implements SecretReference {}

    /// The secret itself. The array is the caller's, who wipes it.
    ///
    /// @param environment usually `System::getenv`
    /// @throws IOException when there is no such file or variable, or it is empty; the message names the place only
    default char[] read(Environment environment) throws IOException {
        return switch (this) {
            case InFile(Path file) -> fromFile(file);
            case InEnvironment(String variable) -> {
                var value = environment.get(variable);
                if (value == null || value.isEmpty()) {
                    throw new IOException(
                            "the environment variable " + variable + " is not set; it should hold a secret");
                }
                yield value.toCharArray();
            }
        };
    }

    /// The process's environment variables.
    @FunctionalInterface
    interface Environment {
        @Nullable
        String get(String variable);
    }

    private static char[] fromFile(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IOException(
                    "the secret in " + file + " cannot be read; check the path and the permissions", unreadable);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int length = withoutLineBreak(text);
        var secret = new char[length];
        text.get(0, secret);
        Arrays.fill(text.array(), '\0');
        if (length == 0) {
            throw new IOException("the file " + file + " is empty; it should hold a secret");
        }
        return secret;
    }

    private static int withoutLineBreak(CharBuffer text) {
        int length = text.limit();
        if (length > 0 && text.get(length - 1) == '\n') {
            length--;
            if (length > 0 && text.get(length - 1) == '\r') {
                length--;
            }
        }
        return length;
    }

    /// The reference written as `{ file: … }` or `{ env: … }`.
    static SecretReference read(Node node) {
        var file = node.at("file").filter(Scalar.class::isInstance).map(Scalar.class::cast);
        if (file.isPresent()) {
            return new InFile(file.get().place().resolve(file.get().text()).toAbsolutePath());
        }
        return new InEnvironment(node.at("env").flatMap(Node::asText).orElseThrow());
    }
}
