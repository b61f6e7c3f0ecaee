package dev.gatehouse.demo.data;

import java.time.LocalDate;

/// A row of `patients`: a customer of the shop's pharmacy; `diagnosis` is an ICD-10 code.
public record Patient(
        int id,
        int customerId,
        String fullName,
        String diagnosis,
        String medication,
        String insuranceNo,
        LocalDate visitedOn) {}
