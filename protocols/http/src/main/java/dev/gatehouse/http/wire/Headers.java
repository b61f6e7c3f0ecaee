package dev.gatehouse.http.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The header fields of one message, in the order sent.
public record Headers(List<Header> list) {
    public Headers {
        list = List.copyOf(list);
    }

    public List<String> all(String name) {
        return list.stream()
                .filter(header -> header.named(name))
                .map(Header::value)
                .toList();
    }

    /// The value of a field that may stand only once.
    ///
    /// @throws MalformedHttp when it stands twice, since readers differ in which one they believe
    public Optional<String> one(String name) throws MalformedHttp {
        var values = all(name);
        if (values.size() > 1) {
            throw new MalformedHttp("The header " + name + " stands more than once.");
        }
        return values.stream().findFirst();
    }

    public boolean has(String name) {
        return list.stream().anyMatch(header -> header.named(name));
    }

    /// Whether a comma-separated field names `token`.
    public boolean lists(String name, String token) {
        return tokens(name).contains(token);
    }

    /// The members of a comma-separated field, in lower case.
    public List<String> tokens(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
