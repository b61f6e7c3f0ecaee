package dev.gatehouse.server.settings;

import dev.gatehouse.control.rules.CelConditions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Configurations for tests.
public final class Example {
    /// The least that loads; lines 1 to 16.
    public static final String MINIMAL = """
            gateway: { name: g, data: ./var, keys: ./keys }
            listeners: {}
            identity:
              oidc:
                - { name: corp, issuer: "https://idp.example.com", audience: gatehouse }
                - { name: partner, issuer: "https://idp.partner.example", audience: gatehouse }
            connections:
              - name: shop
                type: postgres
                target: "localhost:5432/shop"
                labels: { stage: test }
                access: [ "*" ]
                credentials: { user: u, password: { env: SHOP_PASSWORD } }
            rules:
              - { id: all, then: allow }
            masking: []
            """;

    private Example() {}

    /// The example of the contract, word for word.
    public static String contract() throws IOException {
        return resource("example.yaml");
    }

    /// Every key with a value that is not its default.
    public static String full() throws IOException {
        return resource("full.yaml");
    }

    public static Loaded load(Path directory, String text) throws IOException {
        var file = directory.resolve("gatehouse.yaml");
        Files.writeString(file, text);
        return new SettingsLoader(new CelConditions()).load(file);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
