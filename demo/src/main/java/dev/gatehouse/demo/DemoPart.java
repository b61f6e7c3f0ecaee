package dev.gatehouse.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The five parts that are played in the demo, and who plays them.
public enum DemoPart {
    AGENT("demo-agent@example.com", "Demo Agent", List.of("agents")),
    ENGINEER("ada@example.com", "Ada Lindqvist", List.of("engineering")),
    LEAD("lena@example.com", "Lena Böhm", List.of("engineering", "leads")),
    OFFICER("olga@example.com", "Olga Černá", List.of("data-protection")),
    OPERATOR("otto@example.com", "Otto Mäkinen", List.of("platform"));

    private final String email;
    private final String fullName;

    @SuppressWarnings("ImmutableEnumChecker") // every list here is made by List.of
    private final List<String> groups;

    DemoPart(String email, String fullName, List<String> groups) {
        this.email = email;
        this.fullName = fullName;
        this.groups = groups;
    }

    /// The part in lower case, as commands and documents write it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    public List<String> groups() {
        return groups;
    }

    /// What the issuer calls them: says nothing, stays the same.
    String subject() {
        return UUID.nameUUIDFromBytes(("gatehouse-demo:" + email).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
