import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the tables of facts that change as time passes, each with the date of its facts. Run at the root of this repository:
 *
 * <pre>java src/build/RefreshTables.java SUMS SUMS-DATE CANDIDATES ZIZMOR</pre>
 *
 * <ul>
 *   <li>{@code SUMS}: {@code sources/src/wrapper-validation/wrapper-checksums.json} of the repository gradle/actions;
 *   <li>{@code SUMS-DATE}: the day of that file's last commit, {@code 2026-08-06};
 *   <li>{@code CANDIDATES}: a file with repositories of actions and hooks that may be archived or popular, an
 *       {@code owner/name} a line. What the tables have already is always a candidate, too;
 *   <li>{@code ZIZMOR}: the command of an installed zizmor, which is asked about each candidate and decides.
 * </ul>
 */
public final class RefreshTables {

    private static final Path WORKFLOW = Path.of("src/main/resources/io/github/mavenhardening/core/workflow");
    private static final Path WRAPPERS =
            Path.of("src/main/resources/io/github/mavenhardening/core/posture/wrapper-jars.txt");
    private static final Pattern SUM =
            Pattern.compile("\"version\":\\s*\"([^\"]+)\",\\s*\"checksum\":\\s*\"([0-9a-f]{64})\"");
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
    private static final String AS_OF = "# As of: ";

    private RefreshTables() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("give SUMS SUMS-DATE CANDIDATES ZIZMOR");
        }
        wrappers(Path.of(arguments[0]), LocalDate.parse(arguments[1]));
        Path candidates = Path.of(arguments[2]);
        Zizmor zizmor = new Zizmor(arguments[3]);
        SortedSet<String> names = candidates(candidates);
        table("archived-actions.txt", zizmor.confirmed(names, "archived-uses", name -> name));
        table("popular-actions.txt", zizmor.confirmed(names, "typosquat-uses", RefreshTables::imitation));
    }

    /** Another owner, whose name lacks a letter. */
    private static String imitation(String slug) {
        int middle = slug.indexOf('/') / 2;
        return slug.substring(0, middle) + slug.substring(middle + 1);
    }

    private static SortedSet<String> candidates(Path file) throws IOException {
        SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Path list :
                List.of(file, WORKFLOW.resolve("archived-actions.txt"), WORKFLOW.resolve("popular-actions.txt"))) {
            for (String line : Files.readAllLines(list)) {
                if (SLUG.matcher(line.strip()).matches()) {
                    names.add(line.strip());
                }
            }
        }
        return names;
    }

    /** Rewrites a table: its comments stay, its date and its lines are new. */
    private static void table(String name, SortedSet<String> entries) throws IOException {
        Path file = WORKFLOW.resolve(name);
        List<String> before = Files.readAllLines(file);
        if (entries.size() < before.size() / 2) {
            throw new IllegalStateException(name + ": most of its entries are confirmed no more, so it stays as it is");
        }
        List<String> lines = new ArrayList<>();
        for (String line : before) {
            if (line.startsWith("#") && !line.startsWith(AS_OF)) {
                lines.add(line);
            }
        }
        lines.add(AS_OF + LocalDate.now());
        lines.addAll(entries);
        Files.write(file, lines);
        System.out.println(name + ": " + entries.size());
    }

    private static void wrappers(Path sums, LocalDate date) throws IOException {
        Map<String, List<String>> versions = new TreeMap<>();
        List<String> order = new ArrayList<>();
        Matcher matcher = SUM.matcher(Files.readString(sums));
        while (matcher.find()) {
            if (!versions.containsKey(matcher.group(2))) {
                order.add(matcher.group(2));
            }
            versions.computeIfAbsent(matcher.group(2), it -> new ArrayList<>()).add(matcher.group(1));
        }
        Collections.reverse(order); // The source has the newest first.
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(WRAPPERS)) {
            if (line.startsWith(AS_OF)) {
                lines.add(AS_OF + date);
            } else if (!line.contains(" gradle ")) {
                lines.add(line);
            }
        }
        for (String sum : order) {
            lines.add(sum + " gradle " + span(versions.get(sum)));
        }
        Files.write(WRAPPERS, lines);
        System.out.println("wrapper-jars.txt: " + order.size() + " of Gradle");
    }

    /** The first and the last version of a jar, without candidates where a release has it, too. */
    private static String span(List<String> newestFirst) {
        List<String> released =
                newestFirst.stream().filter(version -> !version.contains("-")).toList();
        List<String> named = released.isEmpty() ? newestFirst : released;
        String first = named.get(named.size() - 1);
        return named.size() == 1 ? first : first + "-" + named.get(0);
    }

    /** What a zizmor finds in a file that uses every candidate once. */
    private record Zizmor(String command) {

        private static final String HEAD = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n";

        interface Spelling {
            String of(String slug);
        }

        SortedSet<String> confirmed(SortedSet<String> names, String audit, Spelling spelling)
                throws IOException, InterruptedException {
            Path folder = Files.createTempDirectory("tables");
            try {
                return confirmed(names, audit, spelling, folder);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }

        private SortedSet<String> confirmed(SortedSet<String> names, String audit, Spelling spelling, Path folder)
                throws IOException, InterruptedException {
            StringBuilder text = new StringBuilder(HEAD);
            Map<Integer, String> byLine = new TreeMap<>();
            int line = HEAD.split("\n", -1).length - 1;
            for (String name : names) {
                byLine.put(line++, name);
                text.append("      - uses: ").append(spelling.of(name)).append("@v1\n");
            }
            Path file = folder.resolve(".github/workflows/a.yml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Path output = folder.resolve("output.json");
            new ProcessBuilder(
                            command, "--offline", "--no-config", "--no-exit-codes", "--format=json-v1", file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            return read(Files.readString(output), audit, byLine);
        }

        /** The candidates at whose lines that audit has a finding. */
        private static SortedSet<String> read(String json, String audit, Map<Integer, String> byLine) {
            SortedSet<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
            Pattern row = Pattern.compile("\"start_point\":\\s*\\{\\s*\"row\":\\s*([0-9]+)");
            for (String finding : json.split("\"ident\":", -1)) {
                if (finding.stripLeading().toLowerCase(Locale.ROOT).startsWith("\"" + audit + "\"")) {
                    Matcher rows = row.matcher(finding);
                    while (rows.find()) {
                        String name = byLine.get(Integer.valueOf(rows.group(1)));
                        if (name != null) {
                            found.add(name);
                        }
                    }
                }
            }
            return found;
        }
    }
}
