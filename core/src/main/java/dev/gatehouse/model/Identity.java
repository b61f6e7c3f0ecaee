package dev.gatehouse.model;

/// Who somebody is: an issuer (by its configured name) and a subject there. Never an e-mail address alone, because two
/// issuers may both know one.
public record Identity(String issuer, String id) {
    @Override
    public String toString() {
        return issuer + ":" + id;
    }
}
