package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.settings.yaml.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsLoaderTest {
    @TempDir
    Path directory;

    @Test
    void theWholeExampleLoads() throws IOException {
        var loaded = Example.load(directory, Example.contract());
        assertThat(loaded.mistakes()).isEmpty();
        assertThat(loaded.settings()).isPresent();
    }

    @Test
    void theExampleIsWarnedAboutOnlyWhereThisVersionFallsShort() throws IOException {
        assertThat(Example.load(directory, Example.contract()).findings())
                .filteredOn(finding -> !finding.message().startsWith("there is no readable file"))
                .extracting(finding -> finding.place().line() + " " + finding.severity())
                .containsExactly("66 WARNING");
    }

    @Test
    void theLeastLoadsWithoutAnyFindingButTheMissingListener() throws IOException {
        assertThat(Example.load(directory, Example.MINIMAL).findings())
                .extracting(Finding::message)
                .containsExactly("without `listeners.postgres` nobody can reach this connection");
    }

    /// What to replace in [Example#MINIMAL], with what, and the finding: line, column, part of the message, suggestion.
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("access:", "acess:", "12:5", "unknown key `acess`", "access"),
                mistake("target:", "taget:", "10:5", "unknown key `taget`", "target"),
                mistake("target:", "taget:", "8:5", "`target` is missing in connection", ""),
                mistake("masking: []", "maskingg: []", "16:1", "unknown key `maskingg`", "masking"),
                mistake("masking: []", "zzz: []", "16:1", "unknown key `zzz`; known here: gateway, listeners", ""),
                mistake("name: g,", "name: g, name: h,", "1:21", "the key `name` is written twice", ""),
                mistake("name: g,", "name: 'a b',", "1:18", "expected a name of letters", ""),
                mistake("name: g,", "name: [ g ],", "1:18", "found a list", ""),
                mistake("masking: []", "masking: x", "16:10", "expected a list, found `x`", ""),
                mistake("masking: []", "session: x", "16:10", "expected a mapping with the keys grace, max", ""),
                mistake("masking: []", "session: { max: 12mo }", "16:17", "expected a time such as", ""),
                mistake("masking: []", "session: { max: 10 }", "16:17", "found the number 10", ""),
                mistake("masking: []", "session: { max: }", "16:16", "found nothing", ""),
                mistake("masking: []", "retention: { ledger: 8h }", "16:22", "expected a period such as", ""),
                mistake("masking: []", "limits: { message: 64 }", "16:20", "expected a size of 1GB at most", ""),
                mistake("masking: []", "limits: { message: 2GB }", "16:20", "a size of 1GB at most", ""),
                mistake("masking: []", "limits: { queue: 0 }", "16:18", "a whole number from 1 to 1000000", ""),
                mistake("masking: []", "limits: { queue: many }", "16:18", "a whole number from 1", ""),
                mistake(
                        "masking: []",
                        "recording: { sync: groups }",
                        "16:20",
                        "expected one of group, always",
                        "group"),
                mistake("masking: []", "roles: { auditor: gruop:x }", "16:19", "expected who: `*`", "group:x"),
                mistake("masking: []", "roles: { auditor: leads }", "16:19", "expected who: `*`", "group:leads"),
                mistake("masking: []", "roles: { auditor: a@b.c }", "16:19", "expected who: `*`", "user:a@b.c"),
                mistake("masking: []", "roles: { auditor: '!agent' }", "16:19", "expected who: `*`", "!kind:agent"),
                mistake("masking: []", "roles: { auditor: kind:agnet }", "16:19", "expected who: `*`", "kind:agent"),
                mistake("masking: []", "roles: { auditor: [] }", "16:19", "this list names nobody", ""),
                mistake(
                        "masking: []",
                        "masking: [ { category: contact.emial, with: redact } ]",
                        "16:24",
                        "no category is like `contact.emial`",
                        "contact.email"),
                mistake(
                        "masking: []",
                        "masking: [ { category: contcat.*, with: redact } ]",
                        "16:24",
                        "no category is like `contcat.*`",
                        "contact.*"),
                mistake(
                        "masking: []",
                        "masking: [ { category: '*', with: redcat } ]",
                        "16:35",
                        "expected one of redact, null",
                        "redact"),
                mistake(
                        "masking: []",
                        "data: [ { connection: shpo } ]",
                        "16:23",
                        "no connection is named `shpo`",
                        "shop"),
                mistake(
                        "masking: []",
                        "data: [ { connection: shop, columns: { email: contact.email } } ]",
                        "16:40",
                        "expected `table.column` or `schema.table.column`",
                        ""),
                mistake(
                        "masking: []",
                        "data: [ { connection: shop, columns: { c.email: email } } ]",
                        "16:49",
                        "unknown category `email`",
                        ""),
                mistake(
                        "masking: []",
                        "data: [ { connection: shop, columns: { c.e: none } }, { connection: shop, columns: { c.e: health } } ]",
                        "16:86",
                        "`c.e` is already classified at",
                        ""),
                mistake("masking: []", "store: { url: x }", "16:15", "a PostgreSQL URL", ""),
                mistake(
                        "masking: []",
                        "store: { url: 'postgresql://u:pw@db/g' }",
                        "16:15",
                        "found `postgresql://u:***@db/g`",
                        ""),
                mistake("masking: []", "store: { url: 'postgresql://db/g?password=pw' }", "16:15", "password=***", ""),
                mistake("masking: []", "anchors: []", "16:1", "`anchors` is not available in this version", ""),
                mistake("masking: []", "sinks: []", "16:1", "`sinks` is not available in this version", ""),
                mistake("masking: []", "recording: { record: full }", "16:22", "`record: full` is not available", ""),
                mistake("masking: []", "purposes: [ { id: a } ]", "16:13", "`lawful-basis` is missing in purpose", ""),
                mistake("keys: ./keys", "keys: ./var/keys", "1:40", "the keys must lie outside `data`", ""),
                mistake("keys: ./keys", "keys: ./var", "1:40", "the keys must lie outside `data`", ""),
                mistake("name: partner", "name: corp", "6:15", "the issuer `corp` is already defined at", ""),
                mistake(
                        "listeners: {}",
                        "listeners: { postgres: { address: 6432, tls: { certificate: a, key: b } } }",
                        "2:35",
                        "expected an address such as",
                        ""),
                mistake(
                        "listeners: {}",
                        "listeners: { postgres: { address: 'a:6432' } }",
                        "2:24",
                        "`tls` is missing in listener",
                        ""),
                mistake("\"https://idp.example.com\"", "idp", "5:29", "expected a URL", ""),
                mistake("type: postgres", "type: postgresql", "9:11", "expected one of postgres, http", "postgres"),
                mistake("localhost:5432/shop", "localhost/shop", "10:13", "expected `host:port/database`", ""),
                mistake("localhost:5432/shop", "localhost:99999/shop", "10:13", "expected `host:port/database`", ""),
                mistake(
                        "\"localhost:5432/shop\"",
                        "\"10.0.0.5:5432/shop\"\n    tls: { mode: disable }",
                        "11:18",
                        "only a target on loopback may say `disable`",
                        ""),
                mistake("{ env: SHOP_PASSWORD }", "hunter2", "13:39", "a secret is never written here", ""),
                mistake("{ env: SHOP_PASSWORD }", "{ value: hunter2 }", "13:39", "a secret is never written here", ""),
                mistake("{ env: SHOP_PASSWORD }", "{ env: A, file: b }", "13:39", "a secret is never written here", ""),
                mistake("user: u, ", "", "13:18", "`user` is missing in a credential for PostgreSQL", ""),
                mistake("user: u, ", "user: u, bearer: { env: X }, ", "13:29", "`bearer` is for HTTP", ""),
                mistake("id: all", "id: default-deny", "15:11", "the name of a built-in rule", ""),
                mistake("then: allow", "then: alow", "15:22", "expected one of allow, deny", "allow"),
                mistake("then: allow", "then: { approval: {} }", "15:34", "an approval needs `from`", ""),
                mistake(
                        "then: allow",
                        "then: { approval: { from: '*', per: 1h } }",
                        "15:47",
                        "`per` needs `over-rows`",
                        ""),
                mistake(
                        "then: allow",
                        "then: { approval: { from: '*', over-rows: 1, over-bytes: 2 } }",
                        "15:61",
                        "only one of over-rows, over-bytes",
                        ""),
                mistake(
                        "then: allow",
                        "then: { approval: { from: '*', over-rows: 1, per: fortnight } }",
                        "15:66",
                        "expected `statement`, `session` or a time",
                        ""),
                mistake(
                        "then: allow",
                        "then: allow, on: { connection: shpo }",
                        "15:47",
                        "no connection is named",
                        "shop"),
                mistake(
                        "then: allow",
                        "then: allow, on: { connection: 'label:stage' }",
                        "15:47",
                        "expected `label:key=value`",
                        ""),
                mistake(
                        "then: allow",
                        "when: \"sql.efect == 'read'\", then: allow",
                        "15:26",
                        "a condition knows no field `efect`",
                        "effect"),
                mistake("then: allow", "when: slq.filtered, then: allow", "15:22", "no name `slq`", "sql"),
                mistake("then: allow", "when: who.kind, then: allow", "15:25", "expected type 'bool'", ""),
                mistake("then: allow", "when: true, then: allow", "15:22", "expected a condition such as", ""),
                mistake("  - { id: all, then: allow }", "  - { id: [", "17:1", "in what begins in line 15", ""),
                mistake("name: g,", "? [ a ] : b, name: g,", "1:14", "a key must be text", ""),
                mistake("name: g,", "name: !thing g,", "1:18", "the tag !thing means nothing here", ""));
    }

    private static Arguments mistake(String replace, String with, String at, String message, String suggestion) {
        return Arguments.of(replace, with, at, message, suggestion);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFoundWhereItStands(String replace, String with, String at, String message, String suggestion)
            throws IOException {
        assertThat(Example.MINIMAL).contains(replace);
        var loaded = Example.load(directory, Example.MINIMAL.replace(replace, with));
        assertThat(loaded.settings()).isEmpty();
        assertThat(loaded.mistakes()).anySatisfy(finding -> {
            assertThat(finding.place().line() + ":" + finding.place().column()).isEqualTo(at);
            assertThat(finding.message()).contains(message);
            assertThat(finding.suggestion().orElse("")).isEqualTo(suggestion);
        });
    }

    @Test
    void aSecretWrittenInlineIsNeverRepeated() throws IOException {
        var loaded = Example.load(directory, Example.MINIMAL.replace("{ env: SHOP_PASSWORD }", "hunter2"));
        assertThat(loaded.findings().toString()).doesNotContain("hunter2");
    }

    @Test
    void allMistakesAreSaidAtOnce() throws IOException {
        var loaded = Example.load(
                directory,
                Example.MINIMAL
                        .replace("access:", "acess:")
                        .replace("then: allow", "when: nonsense, then: alow")
                        .replace("name: partner", "name: corp"));
        assertThat(loaded.mistakes())
                .extracting(finding -> finding.place().line())
                .containsExactly(6, 12, 15, 15);
    }

    @Test
    void aMistakeInABlockOfTextIsFoundInItsLine() throws IOException {
        var loaded = Example.load(directory, Example.MINIMAL.replace("- { id: all, then: allow }", """
                - id: all
                    then: allow
                    when: |
                      who.kind == 'person' &&
                      sql.efect == 'read'"""));
        assertThat(loaded.mistakes()).singleElement().satisfies(finding -> {
            assertThat(finding.place().line()).isEqualTo(19);
            assertThat(finding.place().column()).isEqualTo(10);
        });
    }

    @Test
    void aSelectorThatSeemsToMeanAnIssuerIsWarnedAbout() throws IOException {
        var loaded = Example.load(directory, Example.MINIMAL.replace("\"*\"", "\"group:partnr:eng\""));
        assertThat(loaded.mistakes()).isEmpty();
        assertThat(loaded.findings()).anySatisfy(finding -> {
            assertThat(finding.suggestion()).contains("group:partner:eng");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
        });
    }

    @Test
    void theMethodNullNeedsNoQuotes() throws IOException {
        var loaded = Example.load(
                directory, Example.MINIMAL.replace("masking: []", "masking: [ { category: '*', with: null } ]"));
        assertThat(loaded.settings().orElseThrow().masking().getFirst().with())
                .isEqualTo(dev.gatehouse.masking.Method.NULL);
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        var loaded = new SettingsLoader(new dev.gatehouse.control.rules.CelConditions())
                .load(directory.resolve("nothing.yaml"));
        assertThat(loaded.mistakes())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("cannot be read");
    }

    @Test
    void anEmptyFileMissesWhatIsRequired() throws IOException {
        Files.writeString(directory.resolve("gatehouse.yaml"), "");
        assertThat(Example.load(directory, "").mistakes())
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("`gateway` is missing"));
    }

    @Test
    void theConsoleTakesNoProxyHeader() throws IOException {
        var loaded = Example.load(
                directory,
                Example.MINIMAL.replace(
                        "listeners: {}",
                        "listeners: { console: { address: \"127.0.0.1:0\", tls: { certificate: a.crt, key: a.key },"
                                + " proxy-protocol: { from: [ 10.0.0.1 ] } } }"));
        assertThat(loaded.mistakes())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("`listeners.console` does not take the PROXY protocol"));
    }
}
