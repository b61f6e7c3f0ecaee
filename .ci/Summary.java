import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What `./verify` says at its end: counts the tests that the reports tell of, and fails on a failure, on a skip that
/// `.ci/allowed-skips` does not list, on no test at all, and on processes that the tests left behind. Names tests that
/// passed only when run again.
///
/// Run from source by the JDK: `java .ci/Summary.java ROOT MARK STARTED`, where MARK is what the tests' processes have
/// inherited as GATEHOUSE_VERIFY and STARTED is in seconds since 1970.
public final class Summary {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Integer> modules = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> unsteady = new ArrayList<>();
    private int tests;
    private int failed;
    private int skipped;

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Summary summary = new Summary();
        summary.readReports(root);
        summary.findLeftovers("GATEHOUSE_VERIFY=" + arguments[1]);
        summary.print(Instant.ofEpochSecond(Long.parseLong(arguments[2])));
        System.exit(summary.problems.isEmpty() ? 0 : 1);
    }

    private void readReports(Path root) throws Exception {
        List<String> allowed = allowedSkips(root);
        List<Path> reports;
        try (Stream<Path> files = Files.walk(root, 6)) {
            reports = files.filter(Summary::isReport).sorted().toList();
        }
        for (Path report : reports) {
            Path module = root.relativize(report.getParent().getParent().getParent());
            var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
            for (Element test : elements(document.getElementsByTagName("testcase"))) {
                count(module.toString(), test, allowed);
            }
        }
        if (tests == 0) {
            problems.add("no test ran");
        }
    }

    private static List<String> allowedSkips(Path root) throws IOException {
        return Files.readAllLines(root.resolve(".ci/allowed-skips")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(String::strip)
                .toList();
    }

    private static boolean isReport(Path file) {
        return file.getParent().endsWith("target/surefire-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private void count(String module, Element test, List<String> allowed) {
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        tests++;
        modules.merge(module, 1, Integer::sum);
        if (has(test, "failure") || has(test, "error")) {
            failed++;
            problems.add("failed   " + name);
        }
        if (has(test, "flakyFailure") || has(test, "flakyError")) {
            unsteady.add(name);
        }
        for (Element skip : elements(test.getElementsByTagName("skipped"))) {
            skipped++;
            String reason = skip.getAttribute("message").isBlank()
                    ? skip.getTextContent().strip()
                    : skip.getAttribute("message").strip();
            if (!allowed.contains(reason)) {
                problems.add("skipped  " + name + ": " + (reason.isEmpty() ? "no reason given" : reason));
            }
        }
    }

    private static boolean has(Element test, String tag) {
        return test.getElementsByTagName(tag).getLength() > 0;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /// What is about to end may do so; what lives on after that was forgotten.
    private void findLeftovers(String mark) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<ProcessHandle> left = leftovers(mark);
        while (!left.isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
            left = leftovers(mark);
        }
        left.forEach(process -> problems.add("left behind: process " + process.pid() + " "
                + process.info().commandLine().orElse("")));
    }

    private static List<ProcessHandle> leftovers(String mark) {
        ProcessHandle self = ProcessHandle.current();
        long parent = self.parent().map(ProcessHandle::pid).orElse(0L);
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self.pid() && process.pid() != parent)
                .filter(process -> inherited(process, mark))
                .toList();
    }

    private static boolean inherited(ProcessHandle process, String mark) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
            return Arrays.asList(new String(environment, StandardCharsets.ISO_8859_1).split("\0")).contains(mark);
        } catch (IOException | UncheckedIOException e) {
            return false; // ended meanwhile, or somebody else's, or not Linux
        }
    }

    private void print(Instant started) {
        problems.forEach(problem -> System.err.println("  " + problem));
        unsteady.forEach(name -> System.err.println("  unsteady " + name + ": failed, then passed; find out why"));
        String perModule = modules.entrySet().stream()
                .map(module -> module.getKey() + " " + module.getValue())
                .collect(Collectors.joining(", "));
        System.out.println(modules.size() + " modules (" + perModule + ")");
        System.out.println(tests + " tests, " + failed + " failed, " + unsteady.size() + " unsteady, " + skipped + " skipped, "
                + Duration.between(started, Instant.now()).toSeconds() + " s");
    }
}
