package dev.gatehouse.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The lists that the corpus is made from, and the cells that were written by hand.
final class Material {
    private Material() {}

    static Map<String, List<String>> lists() {
        var lists = new LinkedHashMap<String, List<String>>();
        lines("corpus.txt").forEach(line -> {
            var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            lists.put(parts.getFirst(), parts.subList(1, parts.size()));
        });
        return lists;
    }

    static List<Sample> heldOut() {
        var samples = new ArrayList<Sample>();
        lines("held-out.txt").forEach(line -> {
            String[] parts = line.split("\\|", 4);
            samples.add(Sample.marked("held out", parts[0], parts[1], parts[2], parts[3]));
        });
        return samples;
    }

    static Stream<String> lines(String resource) {
        try (var in = Objects.requireNonNull(Material.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
