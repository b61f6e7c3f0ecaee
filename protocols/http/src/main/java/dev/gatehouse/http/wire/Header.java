package dev.gatehouse.http.wire;

/// One header field line (RFC 9110 section 5). Says its name only: the value may be a secret.
public record Header(String name, String value) {
    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
