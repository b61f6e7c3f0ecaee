package dev.gatehouse.demo.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Copies a [Population] into the shop's empty tables, with COPY because thousands of INSERTs would keep people
/// waiting.
public final class PopulationLoader {

    private final CopyManager copy;

    /// @param connection to the shop as a user that may write all tables; stays open and the caller's
    public PopulationLoader(Connection connection) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    public void load(Population shop) throws SQLException, IOException {
        loadCustomers(shop);
        loadProducts(shop);
        loadPayments(shop);
        loadOrders(shop);
        loadTickets(shop);
        loadPatients(shop);
    }

    private void loadCustomers(Population shop) throws SQLException, IOException {
        CopyText rows = new CopyText();
        for (Customer c : shop.customers()) {
            rows.row(
                    c.id(),
                    c.email(),
                    c.fullName(),
                    c.phone(),
                    c.birthDate(),
                    c.address(),
                    c.city(),
                    c.country(),
                    c.segment(),
                    c.createdAt(),
                    c.nationalId(),
                    c.iban(),
                    c.note());
        }
        copyIn("customers", rows);
    }

    private void loadProducts(Population shop) throws SQLException, IOException {
        CopyText rows = new CopyText();
        for (Product p : shop.products()) {
            rows.row(p.id(), p.sku(), p.name(), p.category(), p.price());
        }
        copyIn("products", rows);
    }

    private void loadPayments(Population shop) throws SQLException, IOException {
        CopyText rows = new CopyText();
        for (Payment p : shop.payments()) {
            rows.row(
                    p.id(),
                    p.customerId(),
                    p.amount(),
                    p.currency(),
                    p.status(),
                    p.cardNumber(),
                    p.method(),
                    p.createdAt());
        }
        copyIn("payments", rows);
    }

    private void loadOrders(Population shop) throws SQLException, IOException {
        CopyText orders = new CopyText();
        CopyText items = new CopyText();
        for (Order o : shop.orders()) {
            orders.row(o.id(), o.customerId(), o.status(), o.total(), o.orderedAt());
            int position = 1;
            for (Order.Item item : o.items()) {
                items.row(o.id(), position++, item.productId(), item.quantity(), item.unitPrice());
            }
        }
        copyIn("orders", orders);
        copyIn("order_items", items);
    }

    private void loadTickets(Population shop) throws SQLException, IOException {
        CopyText rows = new CopyText();
        for (SupportTicket t : shop.tickets()) {
            rows.row(t.id(), t.customerId(), t.subject(), t.body(), t.status(), t.createdAt());
        }
        copyIn("support_tickets", rows);
    }

    private void loadPatients(Population shop) throws SQLException, IOException {
        CopyText rows = new CopyText();
        for (Patient p : shop.patients()) {
            rows.row(
                    p.id(),
                    p.customerId(),
                    p.fullName(),
                    p.diagnosis(),
                    p.medication(),
                    p.insuranceNo(),
                    p.visitedOn());
        }
        copyIn("patients", rows);
    }

    private void copyIn(String table, CopyText rows) throws SQLException, IOException {
        copy.copyIn("COPY " + table + " FROM STDIN", rows.reader());
    }
}
