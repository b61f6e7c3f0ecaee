package dev.gatehouse.server.live;

import dev.gatehouse.postgres.target.SimpleQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a database user may do beyond what a gateway's credential needs, and whether somebody else uses it as well.
///
/// @param target a session logged in as that user
record CredentialPower(SimpleQuery target) {
    private static final String ATTRIBUTES = """
            SELECT rolsuper::text, rolcreaterole::text, rolreplication::text, rolbypassrls::text
            FROM pg_catalog.pg_roles WHERE rolname = current_user""";

    private static final String MEMBERSHIPS = """
            SELECT r.rolname::text FROM pg_catalog.pg_roles r
            WHERE r.rolname IN ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files',
                'pg_write_server_files', 'pg_execute_server_program', 'pg_signal_backend')
              AND pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER') ORDER BY 1""";

    private static final String OTHERS = """
            SELECT pg_catalog.count(*)::text FROM pg_catalog.pg_stat_activity
            WHERE usename = current_user AND pid <> pg_catalog.pg_backend_pid()
              AND client_addr IS DISTINCT FROM pg_catalog.inet_client_addr()""";

    private static final List<String> WORDS = List.of(
            "is a superuser: a mistake in a rule would open everything; use one with the rights it needs",
            "may create roles, and so credentials that bypass the gateway",
            "may replicate the whole database",
            "bypasses row level security");

    /// What to say about the user, each a sentence that continues "the user X …".
    List<String> remarks() throws IOException {
        var remarks = new ArrayList<String>();
        for (List<@Nullable String> row : target.rows(ATTRIBUTES)) {
            for (int i = 0; i < WORDS.size(); i++) {
                if ("true".equals(row.get(i))) {
                    remarks.add(WORDS.get(i));
                }
            }
        }
        if (remarks.isEmpty()) {
            for (List<@Nullable String> row : target.rows(MEMBERSHIPS)) {
                remarks.add("is a member of " + row.getFirst() + ", which is more than a gateway's credential needs");
            }
        }
        String others = target.rows(OTHERS).getFirst().getFirst();
        if (others != null && !others.equals("0")) {
            remarks.add("is logged in from elsewhere as well (" + others
                    + " sessions): whoever shares this credential goes around the gateway");
        }
        return remarks;
    }
}
