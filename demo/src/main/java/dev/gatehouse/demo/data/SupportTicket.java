package dev.gatehouse.demo.data;

import java.time.Instant;

/// A row of `support_tickets`: free text in which customers write what nobody asked them for.
public record SupportTicket(int id, int customerId, String subject, String body, String status, Instant createdAt) {}
