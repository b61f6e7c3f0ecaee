package dev.gatehouse.server.settings.keys;

import java.util.List;
import java.util.Optional;

/// A mapping with known keys.
///
/// @param title its name in the schema and on the reference page
/// @param about what it is for
public record Section(String title, String about, List<Key> keys) {
    public Section {
        keys = List.copyOf(keys);
    }

    public static Section of(String title, String about, Key... keys) {
        return new Section(title, about, List.of(keys));
    }

    public Optional<Key> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /// The key `name`, which this section has.
    Key key(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("section " + title + " declares no key " + name));
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
