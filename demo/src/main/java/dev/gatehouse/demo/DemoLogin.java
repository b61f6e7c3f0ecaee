package dev.gatehouse.demo;

/// A user of the demo's database and the password.
public record DemoLogin(String user, String password) {

    @Override
    public String toString() {
        return "DemoLogin[" + user + "]";
    }
}
