package dev.gatehouse.detection;

import dev.gatehouse.model.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything the finders share: the words and the layouts, read once. Immutable, for any number of threads.
public final class Detection {
    /// The categories of everything that is looked for.
    public static final Set<Category> CATEGORIES =
            Arrays.stream(FindingType.values()).map(FindingType::category).collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary = Vocabulary.load();
    private final Recogniser[] recognisers;
    private final List<Recogniser.OfWhole> whole;
    private final WholeCells wholeCells;
    /// Whether only what is built in is looked for.
    private final boolean builtIn;

    /// With the built-in recognisers only.
    public Detection() {
        this(List.of());
    }

    /// With further ones that a configuration defines.
    public Detection(List<CustomDetector> custom) {
        var schemes = Stream.of(Cards.all(), NorthernIds.all(), WesternIds.all(), EasternIds.all())
                .flatMap(List::stream)
                .toList();
        var layouts = new SchemeRecogniser(schemes);
        recognisers = recognisers(layouts);
        wholeCells = new WholeCells(layouts);
        whole = new ArrayList<>(List.of(
                SecretRecogniser::whole, LabelledRecogniser::whole, AddressRecogniser::whole, NameRecogniser::whole));
        builtIn = custom.isEmpty();
        if (!builtIn) {
            whole.add(new CustomRecogniser(custom));
        }
    }

    /// By the bits of [Starts].
    private static Recogniser[] recognisers(SchemeRecogniser schemes) {
        Recogniser[] by = new Recogniser[Starts.COUNT];
        by[Starts.OPAQUE] = new OpaqueRecogniser();
        by[Starts.EMAIL] = new EmailRecogniser();
        by[Starts.SCHEME] = schemes;
        by[Starts.IBAN] = new IbanRecogniser();
        by[Starts.PHONE] = new PhoneRecogniser();
        by[Starts.FOUR] = NetworkRecogniser::decimal;
        by[Starts.HEX] = NetworkRecogniser::hexadecimal;
        by[Starts.CRYPTO] = new CryptoRecogniser();
        by[Starts.KEY] = IssuedKeys::at;
        by[Starts.PEM] = SecretRecogniser::pem;
        by[Starts.URL] = ConnectionStrings::url;
        by[Starts.PAIRS] = ConnectionStrings::pairs;
        by[Starts.SECRET_LABEL] = new SecretRecogniser();
        by[Starts.LABEL] = new LabelledRecogniser();
        by[Starts.ZONE] = LabelledRecogniser::zone;
        by[Starts.DATE] = new DateRecogniser();
        by[Starts.STREET] = new AddressRecogniser();
        by[Starts.NAME] = new NameRecogniser();
        return by;
    }

    /// For one thread.
    public Finder finder() {
        return new Finder(vocabulary, recognisers, whole, builtIn ? Optional.of(wholeCells) : Optional.empty());
    }
}
