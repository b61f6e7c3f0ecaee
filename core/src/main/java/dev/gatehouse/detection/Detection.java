package dev.gatehouse.detection;

import java.util.List;
import java.util.stream.Stream;

/// Everything the finders share: the words and the layouts, read once. Immutable, for any number of threads.
public final class Detection {
    private final Vocabulary vocabulary = Vocabulary.load();
    private final List<Recogniser> recognisers;

    /// With the built-in recognisers.
    public Detection() {
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
                new NameRecogniser());
    }

    /// For one thread.
    public Finder finder() {
        return new Finder(vocabulary, recognisers);
    }
}
