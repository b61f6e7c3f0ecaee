package dev.gatehouse.model;

/// What sort of data a column or value is, such as `contact.email`.
///
/// Every category but [#NONE], [#OTHER] and [#UNCLASSIFIED] is personal data.
public record Category(String name) {
    public static final Category NONE = new Category("none");
    public static final Category OTHER = new Category("other");
    public static final Category UNCLASSIFIED = new Category("unclassified");
    public static final Category FREE_TEXT = new Category("free-text");
    public static final Category EMAIL = new Category("contact.email");
    public static final Category PHONE = new Category("contact.phone");
    public static final Category CARD = new Category("financial.card");
    public static final Category IBAN = new Category("financial.iban");
    public static final Category CREDENTIAL = new Category("credential");

    public boolean personal() {
        return !equals(NONE) && !equals(OTHER) && !equals(UNCLASSIFIED);
    }

    @Override
    public String toString() {
        return name;
    }
}
