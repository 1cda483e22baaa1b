package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.DefinitionReader;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the formulas look at.
 *
 * @param workflows those that can be read
 * @param tracked what Git tracks; empty without Git
 */
record RepositoryView(Repository repository, List<Workflow> workflows, Optional<List<TrackedFile>> tracked) {

    /** The most bytes of a file whose text is searched. */
    private static final int TEXT_LIMIT = 256 << 10;

    /** Whose files Scorecard never opens: they are there to be wrong. */
    private static final Pattern TEST_DATA = Pattern.compile("(?:.*/)?(?:testdata|src/test)/.*");

    /** The most files whose texts are searched for one thing. */
    private static final int FILE_LIMIT = 20_000;

    RepositoryView {
        workflows = List.copyOf(workflows);
    }

    static RepositoryView of(Repository repository) {
        List<Workflow> workflows = new ArrayList<>();
        for (String path : repository.filesIn(DefinitionKind.WORKFLOW_FOLDER)) {
            if (DefinitionKind.ofPath(path)
                    .filter(DefinitionKind.WORKFLOW::equals)
                    .isPresent()) {
                try {
                    workflows.add((Workflow) DefinitionReader.read(repository.read(path), DefinitionKind.WORKFLOW));
                } catch (UnreadableFileException e) {
                    // Scorecard leaves it out; the check unreadable-workflow says so.
                }
            }
        }
        return new RepositoryView(repository, workflows, repository.tracked());
    }

    /** The paths of the tracked files, of those in the root where there is no Git. */
    Stream<String> paths() {
        return tracked.map(files -> files.stream().map(TrackedFile::path))
                .orElseGet(() -> repository.filesIn("").stream());
    }

    /**
     * Whether a file is test data, which Scorecard leaves out wherever it looks into files.
     *
     * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/fileparser/listing.go">Scorecard: isTestdataFile</a>
     */
    static boolean isTestData(String path) {
        return TEST_DATA.matcher(path).matches();
    }

    /** The texts of those files, as far as they can be read, at most {@value #FILE_LIMIT}. */
    Stream<String> texts(Predicate<String> wanted) {
        return paths().filter(path -> !isTestData(path)).filter(wanted).limit(FILE_LIMIT).toList().parallelStream()
                .flatMap(path -> head(path).stream())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> head(String path) {
        try {
            return repository.head(path, TEXT_LIMIT);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Every step of every job, those of parallel groups, too. */
    Stream<Step> steps() {
        return workflows.stream().flatMap(RepositoryView::steps);
    }

    static Stream<Step> steps(Workflow workflow) {
        return workflow.jobs().stream()
                .filter(NormalJob.class::isInstance)
                .flatMap(job -> ((NormalJob) job).steps().stream())
                .flatMap(RepositoryView::withParallel);
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
