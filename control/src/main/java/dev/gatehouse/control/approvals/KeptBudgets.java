package dev.gatehouse.control.approvals;

import dev.gatehouse.control.store.BudgetTable;
import dev.gatehouse.gateway.BudgetLedger;
import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What was used of limits over time, in the store. Rows name nobody, and one that this gateway did not write counts as
/// if the whole limit were used. Thread-safe.
public final class KeptBudgets implements BudgetLedger {
    private final BudgetTable table;
    private final byte[] key;

    /// @param key for these rows only
    public KeptBudgets(BudgetTable table, byte[] key, InstantSource clock) {
        this.table = table;
        this.key = key.clone();
        table.forget(clock.instant().toEpochMilli());
    }

    @Override
    public List<Used> used(Account account) {
        return table.of(name(account)).stream()
                .map(row -> new Used(
                        Instant.ofEpochMilli(row.began()),
                        Instant.ofEpochMilli(row.ends()),
                        genuine(row) ? row.amount() : Integer.MAX_VALUE))
                .toList();
    }

    @Override
    public void keep(Account account, Used used) {
        long began = used.start().toEpochMilli();
        long ends = used.end().toEpochMilli();
        String name = name(account);
        table.put(new BudgetTable.Row(name, began, ends, used.amount(), mac(name, began, ends, used.amount())));
    }

    private boolean genuine(BudgetTable.Row row) {
        return MessageDigest.isEqual(
                row.mac().toBytes(),
                mac(row.account(), row.began(), row.ends(), row.amount()).toBytes());
    }

    private String name(Account account) {
        String text = String.join(
                "\0",
                account.rule(),
                account.root().issuer(),
                account.root().id(),
                account.connection(),
                account.about());
        return HexFormat.of().formatHex(hmac("account\0" + text));
    }

    private Slice mac(String name, long began, long ends, long amount) {
        return Slice.of(hmac("row\0" + name + "\0" + began + "\0" + ends + "\0" + amount));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
