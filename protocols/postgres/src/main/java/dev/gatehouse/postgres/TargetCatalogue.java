package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.model.Operation;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.CatalogueReader;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.sql.catalogue.Catalogue;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A target's catalogue, read with a credential of the gateway's own in sessions that are on record like any other.
/// Thread-safe; who asks while it is being read waits.
public final class TargetCatalogue implements SqlUnderstanding.CatalogueSource {
    private final String connection;
    private final Dialer dialer;
    private final String database;
    private final TargetCredential credential;
    private final Login login;
    private final RandomGenerator random;
    private @Nullable Catalogue last;
    private boolean outOfDate;

    public TargetCatalogue(
            String connection,
            Dialer dialer,
            String database,
            TargetCredential credential,
            Login login,
            RandomGenerator random) {
        this.connection = connection;
        this.dialer = dialer;
        this.database = database;
        this.credential = credential;
        this.login = login;
        this.random = random;
    }

    @Override
    public synchronized Catalogue current() throws CatalogueUnavailable {
        if (last == null || outOfDate) {
            outOfDate = false;
            try {
                last = read();
            } catch (CatalogueUnavailable unavailable) {
                outOfDate = true;
                throw unavailable;
            }
        }
        return last;
    }

    @Override
    public synchronized Catalogue newerThan(Catalogue seen) throws CatalogueUnavailable {
        if (last == seen) {
            outOfDate = true;
        }
        return current();
    }

    @Override
    public synchronized void outOfDate() {
        outOfDate = true;
    }

    private Catalogue read() throws CatalogueUnavailable {
        Session session = login.own(connection);
        var lookUp = new Operation.Own(Operation.Own.Purpose.LOOK_UP, "reads the catalogue");
        try {
            if (session.admit(lookUp) instanceof Admission.Admitted) {
                return CatalogueReader.read(dialer, database, credential, random);
            }
            throw new CatalogueUnavailable("the look-up could not be recorded");
        } catch (IOException unreadable) {
            throw new CatalogueUnavailable(String.valueOf(unreadable.getMessage()));
        } finally {
            session.closed();
        }
    }
}
