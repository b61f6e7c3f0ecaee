package dev.gatehouse.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/// A process that starts the database, says so, and waits to be killed.
final class AbandonedDemo {

    private AbandonedDemo() {}

    public static void main(String[] arguments) throws IOException {
        DemoDatabase database = DemoDatabase.start(Path.of(arguments[0]), new SecureRandom(), step -> {});
        System.out.println("ready " + database.port());
        while (System.in.read() >= 0) {
            // until killed
        }
    }
}
