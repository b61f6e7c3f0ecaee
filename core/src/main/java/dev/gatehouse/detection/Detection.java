package dev.gatehouse.detection;

import dev.gatehouse.model.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything the finders share: the words and the layouts, read once. Immutable, for any number of threads.
public final class Detection {
    /// The categories of everything that is looked for.
    public static final Set<Category> CATEGORIES =
            Arrays.stream(FindingType.values()).map(FindingType::category).collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary = Vocabulary.load();
    private final List<Recogniser> recognisers;

    /// With the built-in recognisers only.
    public Detection() {
        this(List.of());
    }

    /// With further ones that a configuration defines.
    public Detection(List<CustomDetector> custom) {
        var schemes = Stream.of(Cards.all(), NorthernIds.all(), WesternIds.all(), EasternIds.all())
                .flatMap(List::stream)
                .toList();
        recognisers = List.of(
                new OpaqueRecogniser(),
                new EmailRecogniser(),
                new SchemeRecogniser(schemes),
                new IbanRecogniser(),
                new PhoneRecogniser(),
                new NetworkRecogniser(),
                new CryptoRecogniser(),
                new SecretRecogniser(vocabulary),
                new DateRecogniser(),
                new LabelledRecogniser(vocabulary),
                new AddressRecogniser(),
                new NameRecogniser(),
                new CustomRecogniser(custom));
    }

    /// For one thread.
    public Finder finder() {
        return new Finder(vocabulary, recognisers);
    }
}
