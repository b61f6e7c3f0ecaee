package dev.gatehouse.postgres;

/// The target's catalogue cannot be read, so nothing can be understood. The text is the operator's: it may name roles.
public final class CatalogueUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    CatalogueUnavailable(String operatorText) {
        super(operatorText, null, false, false);
    }
}
