package dev.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledDemoEndToEndTest {

    @Test
    void noServerOutlivesAKilledDemo(@TempDir Path directory) throws Exception {
        Path postgres = directory.resolve("postgres");
        Process demo = demo(postgres);
        int port = announcedPort(demo);
        ProcessHandle server = server(postgres);
        assertThat(server.isAlive()).isTrue();
        demo.destroyForcibly().waitFor();
        server.onExit().get(60, TimeUnit.SECONDS);
        assertThat(listens(port)).isFalse();
        startsAgain(postgres);
    }

    @Test
    void aServerThatLostItsWatcherIsReplacedAtTheNextStart(@TempDir Path directory) throws Exception {
        Path postgres = directory.resolve("postgres");
        Process demo = demo(postgres);
        int port = announcedPort(demo);
        List<ProcessHandle> watchers = demo.toHandle().children().toList();
        assertThat(watchers).isNotEmpty();
        watchers.forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly().waitFor();
        assertThat(listens(port)).isTrue();
        startsAgain(postgres);
        assertThat(listens(port)).isFalse();
    }

    @Test
    void aProcessIdThatBelongsToSomebodyElseNowIsNotTouched(@TempDir Path directory) throws Exception {
        Path postgres = directory.resolve("postgres");
        startsAgain(postgres);
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(postgres.resolve("postmaster.pid"), innocent.pid() + "\n" + postgres + "\n");
            startsAgain(postgres);
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly().waitFor();
        }
    }

    private static void startsAgain(Path postgres) throws Exception {
        try (DemoDatabase database = DemoDatabase.start(postgres, new SecureRandom(), step -> {})) {
            assertThat(server(postgres).isAlive()).isTrue();
            assertThat(database.port()).isPositive();
        }
        assertThat(postgres.resolve("postmaster.pid")).doesNotExist();
    }

    private static Process demo(Path postgres) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedDemo.class.getName(),
                        postgres.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int announcedPort(Process demo) throws Exception {
        String line = demo.inputReader().readLine();
        assertThat(line).startsWith("ready ");
        return Integer.parseInt(line.substring("ready ".length()));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessHandle server(Path postgres) throws Exception {
        String pid = Files.readAllLines(postgres.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
