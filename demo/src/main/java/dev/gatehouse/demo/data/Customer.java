package dev.gatehouse.demo.data;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of `customers`.
public record Customer(
        int id,
        String email,
        String fullName,
        String phone,
        LocalDate birthDate,
        String address,
        String city,
        Country country,
        String segment,
        Instant createdAt,
        String nationalId,
        String iban,
        @Nullable String note) {}
