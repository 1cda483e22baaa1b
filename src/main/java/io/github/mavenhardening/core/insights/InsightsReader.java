package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds and reads a repository's Security Insights files: by name in any case, in the root and the forges'
 * folders, also where Git ignores them.
 *
 * @see <a href="https://github.com/ossf/security-insights#usage">ossf/security-insights: where the file goes</a>
 */
public final class InsightsReader {

    /** The most bytes that a file may have; the largest real ones have some 20,000. */
    public static final int SIZE_LIMIT = 50 * 1024;

    /** Where a file may lie, first come first. */
    public static final List<String> FOLDERS = List.of("", ".github", ".gitlab", ".forgejo", ".gitea");

    /** The name that the specification gives and the ones that people give instead. */
    private static final Pattern NAME = Pattern.compile("security[-_]insights\\.ya?ml", Pattern.CASE_INSENSITIVE);

    private InsightsReader() {}

    /** The files of that repository. */
    public static InsightsFiles find(Repository repository) {
        List<InsightsFile> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (String path : pathsIn(folder, repository)) {
                files.add(read(repository, path));
            }
        }
        if (files.isEmpty()) {
            return new InsightsFiles(Optional.empty(), List.of());
        }
        InsightsFile chosen = files.remove(chosen(files));
        return new InsightsFiles(Optional.of(chosen), files);
    }

    /** A file, or the folder of one, that a sparse checkout leaves out. */
    public static Optional<String> leftOut(Repository repository) {
        return repository.leftOut(FOLDERS, NAME);
    }

    /** The files of a folder that are some by their names, the right name first. */
    private static List<String> pathsIn(String folder, Repository repository) {
        List<String> paths = new ArrayList<>();
        for (String path : repository.filesIn(folder)) {
            if (NAME.matcher(nameOf(path)).matches()) {
                paths.add(path);
            }
        }
        if (paths.size() > 1) {
            paths.sort(Comparator.comparing(InsightsReader::nameOf, rightNameFirst()));
        }
        return paths;
    }

    private static Comparator<String> rightNameFirst() {
        return Comparator.comparing((String name) -> !name.equals("security-insights.yml"))
                .thenComparing(name -> !name.equals("SECURITY-INSIGHTS.yml"))
                .thenComparing(Comparator.naturalOrder());
    }

    /** The index of the file that counts. */
    private static int chosen(List<InsightsFile> files) {
        int readable = -1;
        for (int i = 0; i < files.size(); i++) {
            InsightsFile file = files.get(i);
            if (file.isTwo()) {
                return i;
            }
            readable = readable < 0 && file.isReadable() ? i : readable;
        }
        return Math.max(readable, 0);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static InsightsFile read(Repository repository, String path) {
        try {
            return parse(repository.read(path));
        } catch (UnreadableFileException e) {
            return unreadable(path, List.of(new InsightsFile.Defect(e.location(), e.reason())));
        }
    }

    /** Reads one file, whatever its name. */
    public static InsightsFile parse(SourceFile file) {
        if (isTooLarge(file)) {
            return unreadable(file, "larger than " + SIZE_LIMIT + " bytes");
        }
        try {
            YamlDocument document = YamlDocument.parse(file);
            if (!document.problems().isEmpty()) {
                return unreadable(
                        file.path(),
                        document.problems().stream()
                                .map(problem -> new InsightsFile.Defect(file.at(problem.span()), problem.message()))
                                .toList());
            }
            return document.root().isEmpty() ? unreadable(file, "holds nothing") : ofRoot(document);
        } catch (UnreadableFileException e) {
            return unreadable(file.path(), List.of(new InsightsFile.Defect(e.location(), e.reason())));
        }
    }

    private static InsightsFile ofRoot(YamlDocument document) {
        SourceFile file = document.source();
        YamlNode root = document.root().orElseThrow();
        if (!(root instanceof YamlMapping mapping)) {
            return unreadable(
                    file.path(), List.of(new InsightsFile.Defect(file.at(root.span()), "holds no keys and values")));
        }
        Optional<Span> alias = alias(mapping);
        return alias.isPresent()
                ? unreadable(
                        file.path(),
                        List.of(new InsightsFile.Defect(file.at(alias.get()), "aliases are not read here")))
                : new InsightsFile(file.path(), Optional.of(SecurityInsights.of(document, mapping)), List.of());
    }

    private static boolean isTooLarge(SourceFile file) {
        // Silent: who asks reports it.
        return file.text().length() > SIZE_LIMIT || file.text().getBytes(StandardCharsets.UTF_8).length > SIZE_LIMIT;
    }

    /** Where the first alias stands: a value whose place in its parent is not the place where it is written. */
    private static Optional<Span> alias(YamlNode node) {
        for (YamlSequence.Item child : children(node)) {
            Optional<Span> found =
                    child.site().equals(child.value().span()) ? alias(child.value()) : Optional.of(child.site());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<YamlSequence.Item> children(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            List<YamlSequence.Item> values = new ArrayList<>();
            for (YamlMapping.Entry entry : mapping.entries()) {
                values.add(new YamlSequence.Item(entry.value(), entry.site()));
            }
            return values;
        }
        return node instanceof YamlSequence sequence ? sequence.items() : List.of();
    }

    private static InsightsFile unreadable(SourceFile file, String reason) {
        return unreadable(file.path(), List.of(new InsightsFile.Defect(Location.ofFile(file.path()), reason)));
    }

    private static InsightsFile unreadable(String path, List<InsightsFile.Defect> defects) {
        return new InsightsFile(path, Optional.empty(), defects);
    }
}
