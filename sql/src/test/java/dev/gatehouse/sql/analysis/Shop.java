package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Slice;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.CatalogueJson;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// A shop's database as the analyser sees it: a catalogue saved from PostgreSQL 15, and what its columns hold.
final class Shop {
    static final Catalogue CATALOGUE = CatalogueJson.read(resource("catalogue.json"));
    static final SessionView SESSION = SessionView.fresh("gatehouse_agent");
    static final Analyser ANALYSER = new Analyser(new PostgresParser(new PgParsers(1)));
    static final Classification CLASSIFICATION = Shop::classify;

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("customers.email", "contact.email"),
            Map.entry("customers.full_name", "identity.name"),
            Map.entry("customers.phone", "contact.phone"),
            Map.entry("customers.birth_date", "identity.birth-date"),
            Map.entry("customers.segment", "none"),
            Map.entry("customers.country", "none"),
            Map.entry("payments.status", "none"),
            Map.entry("payments.card_number", "financial.card"),
            Map.entry("support_tickets.subject", "none"),
            Map.entry("support_tickets.body", "free-text"),
            Map.entry("products.name", "none"),
            Map.entry("products.sku", "none"),
            Map.entry("products.tags", "none"),
            Map.entry("products.attrs", "none"));

    private Shop() {}

    static Understanding understand(String sql) {
        return understand(sql, SESSION);
    }

    static Understanding understand(String sql, SessionView session) {
        return ANALYSER.analyse(Slice.utf8(sql), session, CATALOGUE, CLASSIFICATION);
    }

    private static Classification.Classified classify(ColumnName column) {
        if (column.table().equals("patients")) {
            return new Classification.Classified(new Category("health"), false);
        }
        String name = column.table() + "." + column.column();
        return new Classification.Classified(
                new Category(COLUMNS.getOrDefault(name, "unclassified")), name.equals("customers.email"));
    }

    static byte[] resource(String name) {
        try (InputStream in = Shop.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the test resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
