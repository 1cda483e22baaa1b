package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.posture.CheckedInFiles;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The repository as Scorecard's formulas see it.
 *
 * @param workflows those that can be read
 * @param tracked what Git tracks; empty without Git
 * @param left what was not looked at, or only in part, by reason
 */
record RepositoryView(
        Repository repository,
        List<Workflow> workflows,
        Optional<List<TrackedFile>> tracked,
        ConcurrentMap<String, SortedSet<String>> left) {

    private static final String UNREADABLE = "cannot be read";

    /** The most bytes of a file whose text is searched. */
    private static final int TEXT_LIMIT = 256 << 10;

    /** Whose files Scorecard never opens: they are there to be wrong. */
    private static final Pattern TEST_DATA = Pattern.compile("(?:.*/)?(?:testdata|src/test)/.*");

    /** The most files whose names say text that are opened to see whether they are. */
    private static final int TEXT_FILES = 10_000;

    /** The most files whose texts are searched for one thing. */
    private static final int FILE_LIMIT = 20_000;

    RepositoryView {
        workflows = List.copyOf(workflows);
    }

    static RepositoryView of(Repository repository) {
        List<Workflow> workflows = new ArrayList<>();
        ConcurrentMap<String, SortedSet<String>> left = new ConcurrentHashMap<>();
        for (String path : repository.filesIn(DefinitionKind.WORKFLOW_FOLDER)) {
            if (DefinitionKind.ofPath(path)
                    .filter(DefinitionKind.WORKFLOW::equals)
                    .isPresent()) {
                try {
                    workflows.add((Workflow) DefinitionKind.WORKFLOW.read(repository.read(path)));
                } catch (UnreadableFileException e) {
                    leave(UNREADABLE, path, left);
                }
            }
        }
        return new RepositoryView(repository, workflows, repository.tracked(), left);
    }

    private static void leave(String reason, String path, Map<String, SortedSet<String>> left) {
        left.computeIfAbsent(reason, key -> new ConcurrentSkipListSet<>()).add(path);
    }

    /** What the estimate leaves out, a sentence for each reason, sorted. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        new TreeMap<>(left)
                .forEach((reason, paths) -> gaps.add("Scorecard's values are estimated without " + paths.first()
                        + (paths.size() > 1 ? " and " + (paths.size() - 1) + " more" : "") + ": " + reason));
        return gaps;
    }

    /** The paths of the tracked files, of those in the root where there is no Git. */
    Stream<String> paths() {
        return pathsNear("");
    }

    /** The paths of the tracked files; of those directly in the folders where there is no Git. */
    Stream<String> pathsNear(String... folders) {
        return tracked.map(files -> files.stream().map(TrackedFile::path))
                .orElseGet(() -> Stream.of(folders).flatMap(folder -> repository.filesIn(folder).stream()));
    }

    /**
     * Whether a file is test data, which Scorecard leaves out wherever it looks into files.
     *
     * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/fileparser/listing.go">Scorecard: isTestdataFile</a>
     */
    static boolean isTestData(String path) {
        return TEST_DATA.matcher(path).matches();
    }

    /** A file's path and its text. */
    record TextFile(String path, String text) {}

    /** The texts of those files, as far as they can be read, at most {@value #FILE_LIMIT}; sorted by their paths. */
    List<TextFile> texts(Predicate<String> wanted) {
        List<String> found =
                paths().filter(path -> !isTestData(path)).filter(wanted).toList();
        for (String beyond : found.subList(Math.min(FILE_LIMIT, found.size()), found.size())) {
            leave("more than " + FILE_LIMIT + " files of its kind", beyond, left);
        }
        return found.stream().limit(FILE_LIMIT).toList().parallelStream()
                .flatMap(path -> text(path).stream())
                .toList();
    }

    /** A file's text; empty where there is no such file. */
    Optional<TextFile> textOf(String path) {
        return repository.isFile(path) ? text(path) : Optional.empty();
    }

    private Optional<TextFile> text(String path) {
        Optional<byte[]> bytes = head(path, TEXT_LIMIT + 1);
        if (bytes.isPresent() && bytes.get().length > TEXT_LIMIT) {
            leave("only its first " + TEXT_LIMIT + " bytes are read", path, left);
        }
        return bytes.map(all ->
                new TextFile(path, new String(all, 0, Math.min(TEXT_LIMIT, all.length), StandardCharsets.UTF_8)));
    }

    /** A file's text or its beginning; empty where it cannot be read. */
    private Optional<TextFile> text(String path, int length) {
        return head(path, length).map(bytes -> new TextFile(path, new String(bytes, StandardCharsets.UTF_8)));
    }

    /** A file's first bytes; empty where it cannot be read. */
    Optional<byte[]> head(String path, int length) {
        try {
            return repository.head(path, length);
        } catch (UncheckedIOException e) {
            leave(UNREADABLE, path, left);
            return Optional.empty();
        }
    }

    /** The files whose contents tell what they are: not those of test data. */
    List<String> opened() {
        List<TrackedFile> files = tracked.orElseGet(
                () -> paths().map(path -> new TrackedFile(path, false)).toList());
        CheckedInFiles chosen = CheckedInFiles.of(files, TEXT_FILES);
        if (chosen.left() > 0) {
            String reason = Count.of(chosen.left(), "files") + " with the names of texts or pictures not opened";
            leave(reason, files.get(files.size() - 1).path(), left);
        }
        return chosen.opened().stream()
                .map(TrackedFile::path)
                .filter(path -> !isTestData(path))
                .toList();
    }

    /** The shell scripts that Scorecard parses, sorted by their paths. */
    List<TextFile> shellScripts() {
        return opened().parallelStream()
                .flatMap(path -> text(path, ShellFiles.HEAD).stream())
                .filter(file -> ShellFiles.isScript(file.path(), file.text(), ShellFiles.PARSED))
                .flatMap(file -> text(file.path()).stream())
                .toList();
    }

    /** Every step of every job, those of parallel groups, too. */
    Stream<Step> steps() {
        return workflows.stream().flatMap((Workflow workflow) -> steps(workflow));
    }

    static Stream<Step> steps(Workflow workflow) {
        return workflow.jobs().stream().flatMap((Job job) -> steps(job));
    }

    /** Every step of a job, in the order of the text. */
    static Stream<Step> steps(Job job) {
        return job instanceof NormalJob normal
                ? normal.steps().stream().flatMap(RepositoryView::withParallel)
                : Stream.empty();
    }

    private static Stream<Step> withParallel(Step step) {
        return step.body() instanceof Step.Parallel group
                ? group.steps().stream().flatMap(RepositoryView::withParallel)
                : Stream.of(step);
    }

    /** Whether a step of a workflow runs one of those actions. */
    boolean usesAny(Predicate<String> action) {
        return steps().flatMap(step -> step.uses().stream())
                .flatMap(uses -> uses.uses().repository().stream())
                .anyMatch(uses -> action.test(uses.target()));
    }
}
