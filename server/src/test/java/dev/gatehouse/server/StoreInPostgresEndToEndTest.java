package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.control.store.Store;
import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A gateway whose durable state is in a PostgreSQL database.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StoreInPostgresEndToEndTest {
    private static final String SCHEMA = "gatehouse_state";

    @TempDir
    static Path directory;

    @Test
    void itServesAsTheFileDoesAndOneGatewayAtATime() throws Exception {
        try (var demo = RunningDemo.prepare(directory)) {
            try (var owner = DriverManager.getConnection(demo.directUrl(), demo.direct());
                    var statement = owner.createStatement()) {
                statement.execute("CREATE SCHEMA " + SCHEMA);
            }
            var login = demo.database().owner();
            var password = Files.writeString(directory.resolve("store-password"), login.password());
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            String place = demo.database().host() + ":" + demo.database().port() + "/" + DemoDatabase.NAME
                    + "?currentSchema=" + SCHEMA;
            demo.configure(text -> text + "\nstore: { url: \"postgresql://" + place + "\", user: " + login.user()
                    + ", password: { file: \"" + password + "\" } }\n");
            demo.startGateway();
            var asking = new Asking(demo);
            String sql = "UPDATE customers SET segment = 'stored' WHERE id = 50";
            var psql = asking.psql(sql);
            String id = asking.held(sql);
            var server = new Store.Server("jdbc:postgresql://" + place, login.user(), login.password());
            assertThatThrownBy(() -> Store.open(server).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another gateway");
            demo.stopGateway();
            assertThat(psql.await().err()).contains("57P01");

            demo.startGateway();
            assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
            var again = asking.psql(sql).await();
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(asking.state(id)).isEqualTo("used");
            var credentials = new GatehouseCommand(demo, DemoPart.ENGINEER);
            assertThat(credentials.run("credentials", "create", "shop").exit()).isZero();
            assertThat(credentials
                            .run("credentials", "list", "-o", "json")
                            .json()
                            .size())
                    .isEqualTo(1);
            assertThat(Files.exists(demo.data().resolve("store/gatehouse.db"))).isFalse();
        }
    }
}
