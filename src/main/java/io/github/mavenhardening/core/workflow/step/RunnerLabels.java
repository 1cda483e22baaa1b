package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labels of runners that are looked for in {@code runs-on}: written there, in what an expression can come to, and in the
 * matrix that it reads.
 *
 * @param labels the labels, compared without regard to case as GitHub does
 */
public record RunnerLabels(List<String> labels) {

    private static final String OWN = "self-hosted";

    /** The label that every self-hosted runner has unless its administrator took it away. */
    public static final RunnerLabels SELF_HOSTED = new RunnerLabels(List.of(OWN));

    /** Labels that GitHub gives self-hosted runners by their system, in lower case; none of its own has them. */
    private static final Set<String> OF_SYSTEMS = Set.of("linux", "windows", "macos", "x64", "arm", "arm64");
    /** How labels of GitHub's own runners begin. */
    private static final List<String> HOSTED = List.of("ubuntu-", "windows-", "macos-");

    public RunnerLabels {
        labels = List.copyOf(labels);
    }

    /**
     * Where a label was found.
     *
     * @param confidence high where the label is one of those asked for; low where it may be, by the text of a part of it
     * @param matrix the matrix that has it; empty where {@code runs-on} itself does
     */
    public record Match(Confidence confidence, Optional<Matrix> matrix) {

        public boolean isSure() {
            return confidence == Confidence.HIGH;
        }
    }

    /**
     * A label that a job asks for.
     *
     * @param place where {@code runs-on} names it, or reads it
     */
    public record Label(String text, Span place) {}

    /** All labels that a job may ask for, as far as they stand in the workflow. */
    public static List<Label> of(NormalJob job) {
        List<Label> found = new ArrayList<>();
        if (job.runsOn().isEmpty()) {
            return found;
        }
        for (YamlScalar label : job.runsOn().get().labels()) {
            found.addAll(of(label, job.matrix()));
        }
        return found;
    }

    /**
     * The first label that GitHub gives self-hosted runners by their system; empty where a job asks for none. Who gives a label to a
     * larger runner may have called it so, too.
     *
     * @see <a href="https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-in-a-workflow">Using
     *     self-hosted runners in a workflow</a>
     */
    public static Optional<String> ofSystem(NormalJob job) {
        Optional<String> found = Optional.empty();
        for (Label label : of(job)) {
            String name = label.text().toLowerCase(Locale.ROOT);
            if (found.isEmpty() && OF_SYSTEMS.contains(name)) {
                found = Optional.of(label.text());
            }
        }
        return found.isPresent() && isWrittenHosted(job) ? Optional.empty() : found;
    }

    /** Whether a label beside the others is one of GitHub's own runners. */
    private static boolean isWrittenHosted(NormalJob job) {
        for (YamlScalar label : job.runsOn().orElseThrow().labels()) {
            for (String hosted : HOSTED) {
                if (label.value().regionMatches(true, 0, hosted, 0, hosted.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All labels that a value may name. */
    static List<Label> of(YamlScalar label, Optional<Matrix> matrix) {
        List<Label> found = new ArrayList<>();
        List<Fence> fences = Fence.of(label);
        if (fences.isEmpty()) {
            for (String item : ComposedLabels.items(label.value())) {
                found.add(new Label(item, label.span()));
            }
        } else if (fences.get(0).isWhole()
                && fences.get(0).expression().isPresent()
                && !isComposed(fences.get(0).expression().get())) {
            for (PossibleValue outcome :
                    PossibleValue.withLiterals(fences.get(0).expression().get())) {
                for (String text : texts(outcome, matrix)) {
                    for (String item : ComposedLabels.items(text)) {
                        found.add(new Label(item, label.span()));
                    }
                }
            }
        } else {
            for (String text : ComposedLabels.of(label, fences, matrix)) {
                found.add(new Label(text, label.span()));
            }
        }
        return found;
    }

    private static boolean isComposed(Expression expression) {
        return expression instanceof Expression.Call call && !call.name().equalsIgnoreCase("fromJSON");
    }

    private static List<String> texts(PossibleValue outcome, Optional<Matrix> matrix) {
        List<String> texts = new ArrayList<>();
        if (outcome.source() instanceof Expression.Literal literal) {
            texts.add(literal.value().text());
        } else if (matrix.isPresent()) {
            ContextPath path = outcome.path().orElseThrow();
            for (Matrix.Expansion value : matrix.get().valuesOf(path)) {
                if (value.isKnown()) {
                    texts.add(value.text());
                }
            }
            for (Matrix.Expansion item : matrix.get().itemsOf(path)) {
                if (item.isKnown()) {
                    texts.add(item.text());
                }
            }
        }
        return texts;
    }

    /** These and more. */
    public RunnerLabels and(List<String> more) {
        return new RunnerLabels(Stream.concat(labels.stream(), more.stream()).toList());
    }

    /** Whether a part of a job's matrix is a list in JSON that asks for a runner of one's own. */
    public static boolean areListed(NormalJob job) {
        boolean are = false;
        if (job.runsOn().isPresent() && job.matrix().isPresent()) {
            for (YamlScalar label : job.runsOn().get().labels()) {
                for (Fence fence : Fence.of(label)) {
                    for (PossibleValue outcome : PossibleValue.of(fence)) {
                        are |= texts(outcome, job.matrix()).stream().anyMatch(ComposedLabels::isOwnList);
                    }
                }
            }
        }
        return are;
    }

    /** The surest place where a job asks for one of them; empty where it does not. */
    public Optional<Match> in(NormalJob job) {
        List<Match> matches = new ArrayList<>();
        if (job.runsOn().isPresent()) {
            for (YamlScalar label : job.runsOn().get().labels()) {
                collect(label, job.matrix(), matches);
            }
        }
        for (Match match : matches) {
            if (match.isSure()) {
                return Optional.of(match);
            }
        }
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches.get(0));
    }

    private void collect(YamlScalar label, Optional<Matrix> matrix, List<Match> matches) {
        List<Fence> fences = Fence.of(label);
        if (fences.isEmpty()) {
            if (isOne(label.value())) {
                matches.add(new Match(Confidence.HIGH, Optional.empty()));
            }
        } else if (fences.get(0).isWhole() && fences.get(0).expression().isPresent()) {
            for (PossibleValue outcome :
                    PossibleValue.withLiterals(fences.get(0).expression().get())) {
                collect(outcome, matrix, matches);
            }
        }
    }

    private void collect(PossibleValue outcome, Optional<Matrix> matrix, List<Match> matches) {
        if (outcome.source() instanceof Expression.Literal literal) {
            Optional<Confidence> weight = weigh(literal.value().text());
            if (weight.isPresent()) {
                matches.add(new Match(weight.get(), Optional.empty()));
            }
        } else if (matrix.isPresent()) {
            ContextPath path = outcome.path().orElseThrow();
            List<Matrix.Expansion> values = new ArrayList<>(matrix.get().valuesOf(path));
            values.addAll(matrix.get().itemsOf(path));
            for (Matrix.Expansion value : values) {
                Optional<Confidence> weight = value.isKnown() ? weighOfMatrix(value.text()) : Optional.empty();
                if (weight.isPresent()) {
                    matches.add(new Match(weight.get(), matrix));
                }
            }
        }
    }

    private Optional<Confidence> weigh(String text) {
        if (isOne(text)) {
            return Optional.of(Confidence.HIGH);
        }
        for (String label : labels) {
            if (hasWord(text, label)) {
                return Optional.of(Confidence.LOW);
            }
        }
        return Optional.empty();
    }

    /** The label that speaks for itself is enough in one part of a matrix; what else is asked for may be meant otherwise. */
    private Optional<Confidence> weighOfMatrix(String text) {
        Optional<Confidence> weight = weigh(text);
        return weight.isPresent() && !text.equalsIgnoreCase(OWN) ? Optional.of(Confidence.LOW) : weight;
    }

    private boolean isOne(String text) {
        for (String label : labels) {
            if (label.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text has a label in it, with neither letter nor digit next to it: {@code ["self-hosted", "gpu"]}. */
    private static boolean hasWord(String text, String label) {
        for (int at = 0; !label.isEmpty() && at + label.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, label, 0, label.length())
                    && !isWordAt(text, at - 1)
                    && !isWordAt(text, at + label.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
