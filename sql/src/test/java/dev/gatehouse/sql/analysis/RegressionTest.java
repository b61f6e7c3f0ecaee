package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.CatalogueJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The statements of PostgreSQL 15's own regression suite that the server's grammar accepts, each form once, against
/// the catalogue that the suite leaves behind. Taken from the server's log while the suite ran (PostgreSQL licence).
///
/// What is understood is understood wholly; all others are refused with a reason.
@Tag("slow")
class RegressionTest {
    /// Percent of the statements that must be understood. Many of the rest use tables that the suite has dropped again.
    private static final int UNDERSTOOD = 60;

    private static final Classification NOBODY_SAID =
            column -> new Classification.Classified(Category.UNCLASSIFIED, false);

    private static byte[] unpacked(String name) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Shop.resource(name)))) {
            return in.readAllBytes();
        }
    }

    @Test
    void everyStatementThatTheServerAcceptsIsParsedAndEitherUnderstoodOrRefused() throws IOException {
        Catalogue catalogue = CatalogueJson.read(unpacked("regression-catalogue.json.gz"));
        var session = SessionView.fresh("postgres");
        List<String> statements =
                Arrays.asList(new String(unpacked("regression.sql.gz"), StandardCharsets.UTF_8).split("\n;;\n"));
        Map<String, Integer> reasons = new HashMap<>();
        var notParsed = new ArrayList<String>();
        int understood = 0;
        int gone = 0;
        for (String sql : statements) {
            var found = Shop.ANALYSER.analyse(Slice.utf8(sql), session, catalogue, NOBODY_SAID);
            if (found.syntaxError().isPresent()) {
                notParsed.add(sql);
                continue;
            }
            if (found.facts().effect() == Effect.UNKNOWN) {
                assertThat(found.facts().problems()).as(sql).isNotEmpty();
                gone += found.unknownRelation() ? 1 : 0;
                reasons.merge(reason(found), 1, Integer::sum);
            } else {
                assertThat(found.facts().problems()).as(sql).isEmpty();
                understood++;
            }
        }
        // With standard_conforming_strings off a backslash escapes a quote; such sessions are not admitted. And the
        // grammar of PostgreSQL 18 says no to what 15 says no to a moment later.
        assertThat(notParsed).allMatch(sql -> sql.contains("\\'") || sql.contains("PARTITION BY MAGIC"));
        report(statements.size(), understood, gone, reasons);
        assertThat(100 * understood).isGreaterThan(UNDERSTOOD * (statements.size() - gone));
    }

    private static String reason(Understanding found) {
        return found.facts().problems().getFirst().replaceAll("\"[^\"]*\"", "…");
    }

    private static void report(int all, int understood, int gone, Map<String, Integer> reasons) {
        System.out.printf(
                "PostgreSQL's regression statements: %d, understood %d, naming what was dropped %d%n",
                all, understood, gone);
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .forEach(entry -> System.out.println(entry.getValue() + " " + entry.getKey()));
    }
}
