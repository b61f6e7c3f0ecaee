package dev.gatehouse.control.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// What the console says, in one language. A place such as `{0}` takes a value.
public final class Texts {
    public static final Texts ENGLISH = read("texts.properties", Optional.empty(), Locale.ENGLISH);
    public static final Texts GERMAN = read("texts_de.properties", Optional.of("sentences_de.txt"), Locale.GERMAN);
    static final List<Texts> ALL = List.of(ENGLISH, GERMAN);

    private final Map<String, String> texts;
    private final Optional<Sentences> sentences;
    private final Locale locale;

    private Texts(Map<String, String> texts, Optional<Sentences> sentences, Locale locale) {
        this.texts = texts;
        this.sentences = sentences;
        this.locale = locale;
    }

    private static Texts read(String file, Optional<String> sentences, Locale locale) {
        var properties = new Properties();
        Optional<Sentences> translated = Optional.empty();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
            if (sentences.isPresent()) {
                translated = Optional.of(Sentences.read(sentences.get()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new Texts(texts, translated, locale);
    }

    /// The language chosen, or else the first acceptable one, or else English.
    ///
    /// @param accepted as in `Accept-Language`
    static Texts of(String chosen, String accepted) {
        if (chosen.equals("de")) {
            return GERMAN;
        }
        if (chosen.equals("en") || accepted.length() > 200) {
            return ENGLISH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Locale.ENGLISH, Locale.GERMAN));
            return best != null && best.equals(Locale.GERMAN) ? GERMAN : ENGLISH;
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    Set<String> keys() {
        return texts.keySet();
    }

    public String of(String key, Object... values) {
        String text = texts.getOrDefault(key, key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /// A sentence of the API in this language; the sentence itself when it is not known.
    String sentence(String english) {
        return sentences.map(known -> known.of(english)).orElse(english);
    }

    /// A word of the API in this language; the word itself when there is none for it.
    public String word(String group, String word) {
        return texts.getOrDefault(group + "." + word, word);
    }
}
