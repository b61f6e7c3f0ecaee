package dev.gatehouse.http.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The query of a request as names and values, `application/x-www-form-urlencoded`.
record Query(List<Pair> pairs) {
    Query {
        pairs = List.copyOf(pairs);
    }

    record Pair(String name, String value) {}

    /// @param part what a complaint calls it
    static Query of(String raw, String part) throws UnclearRequest {
        var pairs = new ArrayList<Pair>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(new Pair(decode(name, part), decode(value, part)));
        }
        return new Query(pairs);
    }

    /// A plus is a blank here; some readers split at `;` too, so it must be encoded.
    private static String decode(String raw, String part) throws UnclearRequest {
        return PercentCoding.decode(
                raw.replace("+", "%20"), part, Query::plain, octet -> octet != 0 && octet != '\r' && octet != '\n');
    }

    private static boolean plain(int c) {
        return PercentCoding.unreserved(c) || "!$'()*,:@/?=[]".indexOf(c) >= 0;
    }

    Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        pairs.forEach(pair ->
                values.computeIfAbsent(pair.name(), _ -> new ArrayList<>()).add(pair.value()));
        return values;
    }
}
