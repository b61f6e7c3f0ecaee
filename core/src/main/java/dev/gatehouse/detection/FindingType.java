package dev.gatehouse.detection;

import dev.gatehouse.model.Category;

/// What a finding can be, and the category of data it belongs to.
public enum FindingType {
    PERSON("identity.name"),
    EMAIL("contact.email"),
    PHONE("contact.phone"),
    ADDRESS("contact.address"),
    DATE_OF_BIRTH("identity.birth-date"),
    NATIONAL_ID("national-id"),
    HEALTH_ID("health"),
    PASSPORT("identity.document"),
    DRIVER_LICENSE("identity.document"),
    LICENSE_PLATE("identity.document"),
    CREDIT_CARD("financial.card"),
    CVV("financial.card"),
    IBAN("financial.iban"),
    IP_ADDRESS("network.ip"),
    MAC_ADDRESS("network.mac"),
    CRYPTO("financial.account"),
    USERNAME("username"),
    SECRET("credential");

    private final Category category;

    FindingType(String category) {
        this.category = new Category(category);
    }

    public Category category() {
        return category;
    }

    /// A place in arrays with one for each type; never stored.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
