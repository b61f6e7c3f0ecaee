package dev.gatehouse.demo.data;

import java.time.LocalDate;

/// Somebody invented: what a national number may be derived from.
public record Person(Country country, boolean female, String given, String family, LocalDate birthDate) {

    /// The name as people write it, in the script of the country.
    public String fullName() {
        return given + " " + family;
    }
}
