package dev.gatehouse.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// A row of `orders` with its rows of `order_items`.
public record Order(int id, int customerId, String status, Instant orderedAt, List<Item> items) {

    public Order {
        items = List.copyOf(items);
    }

    /// A row of `order_items`.
    public record Item(int productId, int quantity, BigDecimal unitPrice) {}

    /// What the items cost together.
    public BigDecimal total() {
        return items.stream()
                .map(item -> item.unitPrice().multiply(BigDecimal.valueOf(item.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
