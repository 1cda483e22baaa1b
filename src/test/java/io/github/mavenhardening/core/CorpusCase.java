package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.source.TrackedTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of the corpus: a small repository and what is to be found in it, in one text file.
 *
 * <pre>{@code
 * # A sentence that says what the case shows
 * # repository: my-org/app
 * # finds in the repository: scorecard-missing
 * # file: .github/workflows/ci.yml
 * on: push          # finds: anonymous-definition low pedantic
 * …
 * # file: pom.xml
 * …
 * # bytes: lib/tool.jar
 * UEsDBA==
 * }</pre>
 *
 * The lines {@code repository} (the name on the forge) and {@code finds in the repository} (what is missing from it) may be left
 * out. {@code bytes} is followed by Base64. A {@linkplain Mark mark} is a check's id, and as much of severity, confidence, persona and
 * {@code column N} as the case is about.
 *
 * @param name folder and file, without the extension
 * @param title what it shows
 */
record CorpusCase(
        String name, String title, Optional<RepositorySlug> slug, Map<String, byte[]> files, List<Mark> expected) {

    static final String EXTENSION = ".case";
    private static final Pattern FILE = Pattern.compile("# (file|bytes): (\\S+)");
    private static final Pattern SLUG = Pattern.compile("# repository: (\\S+)");
    private static final Pattern MISSING = Pattern.compile("# finds in the repository: (.+)");
    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
    private static final Set<String> GRADES = grades();

    /** All cases below a folder, which holds nothing but folders of cases. */
    static List<CorpusCase> below(Path corpus) throws IOException {
        List<CorpusCase> cases = new ArrayList<>();
        for (Path family : list(corpus)) {
            assertThat(family).isDirectory();
            List<Path> members = list(family);
            assertThat(members).as("cases in %s", family).isNotEmpty();
            for (Path member : members) {
                assertThat(member.toString()).endsWith(EXTENSION);
                cases.add(read(family.getFileName().toString(), member));
            }
        }
        return cases;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> members = Files.list(folder)) {
            return members.sorted().toList();
        }
    }

    private static CorpusCase read(String family, Path file) throws IOException {
        String name = family + "/" + file.getFileName().toString().replace(EXTENSION, "");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.isEmpty() ? "" : lines.get(0)).as("title of %s", name).matches("# [A-Z`].*[^.]");
        Optional<RepositorySlug> slug = Optional.empty();
        List<Mark> expected = new ArrayList<>();
        int at = 1;
        for (; at < lines.size() && !FILE.matcher(lines.get(at)).matches(); at++) {
            Matcher named = SLUG.matcher(lines.get(at));
            Matcher missing = MISSING.matcher(lines.get(at));
            if (named.matches()) {
                slug = RepositorySlug.parse(named.group(1));
                assertThat(slug).as(lines.get(at)).isPresent();
            } else {
                assertThat(missing.matches())
                        .as("%s: what is meant by '%s'", name, lines.get(at))
                        .isTrue();
                for (String one : missing.group(1).split(",", -1)) {
                    expected.add(new Mark("", 0, one.strip()));
                }
            }
        }
        Map<String, byte[]> files = new TreeMap<>();
        while (at < lines.size()) {
            Matcher begin = FILE.matcher(lines.get(at++));
            assertThat(begin.matches()).isTrue();
            int from = at;
            while (at < lines.size() && !FILE.matcher(lines.get(at)).matches()) {
                at++;
            }
            String text = String.join("\n", lines.subList(from, at)) + "\n";
            byte[] before = files.put(begin.group(2), content(begin.group(1), begin.group(2), text, expected));
            assertThat(before).as("%s: %s stands twice", name, begin.group(2)).isNull();
        }
        assertThat(files).as("files of %s", name).isNotEmpty();
        return new CorpusCase(name, lines.get(0).substring(2), slug, files, expected);
    }

    private static byte[] content(String kind, String path, String text, List<Mark> expected) {
        String bare = Mark.cut(path, text, expected);
        return kind.equals("file")
                ? bare.getBytes(StandardCharsets.UTF_8)
                : Base64.getMimeDecoder().decode(bare);
    }

    String family() {
        return name.substring(0, name.indexOf('/'));
    }

    Repository repository() {
        return new Repository(new TrackedTree(files), slug);
    }

    /** Writes its files into a folder. */
    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /**
     * Compares what was found with what is expected: each mark has one finding, and each finding has one mark.
     *
     * @return what differs, a line each; empty where nothing does
     */
    List<String> differences(List<Finding> found, Checks checks) {
        List<Finding> left = new ArrayList<>(found);
        List<String> differences = new ArrayList<>();
        // The marks that say the most first: one that says less takes what is left over.
        List<Mark> ordered = new ArrayList<>(expected);
        ordered.sort(Comparator.comparingInt((Mark mark) -> words(mark).size()).reversed());
        for (Mark mark : ordered) {
            checkWords(mark, checks);
            Optional<Finding> match =
                    left.stream().filter(finding -> matches(mark, finding)).findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
            } else {
                differences.add("not found: " + mark.path() + ":" + mark.line() + " " + mark.text());
            }
        }
        for (Finding finding : left) {
            differences.add("not expected: " + finding.primary().path() + ":"
                    + finding.primary().line() + " " + String.join(" ", words(finding)) + " | " + finding.message());
        }
        Collections.sort(differences);
        return differences;
    }

    private void checkWords(Mark mark, Checks checks) {
        List<String> words = words(mark);
        assertThat(checks.byId(words.get(0)))
                .as("%s: a check '%s'", name, words.get(0))
                .isPresent();
        for (String word : words.subList(1, words.size())) {
            assertThat(GRADES.contains(word) || COLUMN.matcher(word).matches())
                    .as("%s: '%s' is a severity, a confidence, a persona or a column", name, word)
                    .isTrue();
        }
    }

    private static boolean matches(Mark mark, Finding finding) {
        return mark.path().equals(finding.primary().path())
                && mark.line() == finding.primary().line()
                && words(finding).containsAll(words(mark));
    }

    private static List<String> words(Mark mark) {
        String text = mark.text().replaceAll("column (\\d+)", "column\u00a0$1");
        return Arrays.stream(text.split(" ", -1))
                .map(word -> word.replace('\u00a0', ' '))
                .toList();
    }

    private static List<String> words(Finding finding) {
        return List.of(
                finding.checkId(),
                finding.severity().label(),
                finding.confidence().label() + "-confidence",
                finding.persona().label(),
                "column " + finding.primary().column());
    }

    private static Set<String> grades() {
        Set<String> grades = new LinkedHashSet<>();
        for (Severity severity : Severity.values()) {
            grades.add(severity.label());
        }
        for (Confidence confidence : Confidence.values()) {
            grades.add(confidence.label() + "-confidence");
        }
        for (Persona persona : Persona.values()) {
            grades.add(persona.label());
        }
        return grades;
    }

    @Override
    public String toString() {
        return name + ": " + title;
    }
}
