package dev.gatehouse.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.random.RandomGenerator;

/// The users of the demo's database with their random passwords, kept in a file that only its owner reads.
///
/// The superuser is not among them: its password is forgotten as soon as the shop is set up.
record DemoLogins(DemoLogin agent, DemoLogin people, DemoLogin catalogue, DemoLogin owner) {

    static DemoLogins random(RandomGenerator random) {
        return new DemoLogins(
                new DemoLogin("gatehouse_agent", password(random)),
                new DemoLogin("gatehouse_people", password(random)),
                new DemoLogin("gatehouse_catalogue", password(random)),
                new DemoLogin("shop_owner", password(random)));
    }

    /// 192 random bits.
    static String password(RandomGenerator random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static DemoLogins read(Path file) throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        }
        return new DemoLogins(
                login(passwords, "gatehouse_agent"),
                login(passwords, "gatehouse_people"),
                login(passwords, "gatehouse_catalogue"),
                login(passwords, "shop_owner"));
    }

    private static DemoLogin login(Properties passwords, String user) throws IOException {
        String password = passwords.getProperty(user);
        if (password == null) {
            throw new IOException("no password for " + user);
        }
        return new DemoLogin(user, password);
    }

    void write(Path file) throws IOException {
        Properties passwords = new Properties();
        all().forEach(login -> passwords.setProperty(login.user(), login.password()));
        StringWriter text = new StringWriter();
        passwords.store(text, "passwords of the demo's database");
        PrivateFiles.write(file, text.toString());
    }

    List<DemoLogin> all() {
        return List.of(agent, people, catalogue, owner);
    }
}
