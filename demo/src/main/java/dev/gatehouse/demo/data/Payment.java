package dev.gatehouse.demo.data;

import java.math.BigDecimal;
import java.time.Instant;

/// A row of `payments`.
public record Payment(
        int id,
        int customerId,
        BigDecimal amount,
        String currency,
        String status,
        String cardNumber,
        String method,
        Instant createdAt) {}
