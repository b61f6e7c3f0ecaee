package dev.gatehouse.demo.data;

import java.math.BigDecimal;

/// A row of `products`.
public record Product(int id, String sku, String name, String category, BigDecimal price) {}
