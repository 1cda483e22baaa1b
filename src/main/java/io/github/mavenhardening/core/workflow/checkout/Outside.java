package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A checkout of an outsider's code.
 *
 * @param step the step that made it
 * @param command the command that did; empty when an action did
 * @param isSure whether it is certain
 * @param isRefused whether the action refuses forks' code in runs of {@code pull_request_target} and {@code workflow_run}
 * @param isArtifact whether another run or another job left it as an artifact; else it is a checkout
 * @param upload the job that left it; empty where another run did
 * @param copied where it was copied to the place that it is run from; empty where it was not
 * @param isOwn whether it can only be a branch of the repository itself: one by the name of a pull request's, without its repository
 */
public record Outside(
        ReachedStep step,
        Optional<ShellCommand> command,
        boolean isSure,
        boolean isRefused,
        boolean isArtifact,
        Optional<OutsideUpload> upload,
        Optional<Location> copied,
        boolean isOwn) {

    private static final Pattern COMMIT = Pattern.compile("(?i)(?:head|merge_commit)[._]sha\\b");

    /** The version from which on the action keeps the token below the runner's own folders. */
    private static final int APART_VERSION = 6;

    /**
     * The version from which on the action refuses, unless configured otherwise.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target">Securely using
     *     pull_request_target</a>
     */
    private static final int REFUSING_VERSION = 7;

    /**
     * The second numbers of the versions before it from which on they do, by their first numbers.
     *
     * @see <a href="https://github.com/actions/checkout/releases">Releases of the action</a>
     */
    private static final Map<Integer, Integer> ALSO_REFUSING = Map.of(2, 8, 3, 7, 4, 4, 5, 1, 6, 1);

    /** Whether the action is configured not to refuse. */
    static boolean isAllowed(NamedValues with) {
        return !with.text("allow-unsafe-pr-checkout").orElse("false").strip().equals("false");
    }

    static Outside byAction(ReachedStep step, boolean isSure, boolean isOwn) {
        List<Integer> version = ActionVersion.numbers(step.step(), step.frame().definition());
        boolean isAllowed = isAllowed(step.step().uses().orElseThrow().with());
        // Another action that checks out may do so in a way of its own.
        boolean isKnown = step.step().usesAction("actions/checkout");
        boolean isRefused = isKnown && !isAllowed && refuses(version);
        return new Outside(
                step, Optional.empty(), isKnown && isSure, isRefused, false, Optional.empty(), Optional.empty(), isOwn);
    }

    private static boolean refuses(List<Integer> version) {
        int first = version.isEmpty() ? 0 : version.get(0);
        return first >= REFUSING_VERSION
                || (version.size() > 1 && version.get(1) >= ALSO_REFUSING.getOrDefault(first, Integer.MAX_VALUE));
    }

    static Outside byCommand(ReachedStep step, ShellCommand command, boolean isSure) {
        return new Outside(step, Optional.of(command), isSure, false, false, Optional.empty(), Optional.empty(), false);
    }

    Outside copiedAt(Location place) {
        return new Outside(
                step,
                command,
                isSure,
                isRefused,
                isArtifact,
                upload,
                Optional.of(place.labelled("copies it to where it runs")),
                isOwn);
    }

    /** Whether it is of the commit that the event names, whatever is pushed to the branch after it. */
    public boolean isOfOneCommit() {
        return COMMIT.matcher(writtenRef()).find();
    }

    /** The checkout's ref, and what calls give as the inputs that it reads, each once. */
    private String writtenRef() {
        StringBuilder texts = new StringBuilder(ref());
        Set<String> read = inputsIn(ref());
        for (Optional<CallPath.Call> call = step.frame().call(); call.isPresent() && !read.isEmpty(); ) {
            StringBuilder given = new StringBuilder();
            for (String input : read) {
                given.append(' ').append(call.get().with().text(input).orElse(""));
            }
            texts.append(given);
            read = inputsIn(given.toString());
            call = call.get().caller().call();
        }
        return texts.toString();
    }

    private static Set<String> inputsIn(String text) {
        Set<String> inputs = new LinkedHashSet<>();
        for (ContextPath path : Fence.readsIn(text)) {
            if (path.context().equals("inputs") && path.segments().size() == 2) {
                inputs.add(path.segments().get(1));
            }
        }
        return inputs;
    }

    /** Whether the folder that it is in holds the job's token: newer versions of the action keep it elsewhere. */
    boolean keepsToken() {
        if (isArtifact) {
            return false;
        }
        boolean refuses = step.step()
                .input("persist-credentials")
                .map(YamlScalar::value)
                .orElse("true")
                .equals("false");
        Optional<Integer> version =
                ActionVersion.major(step.step(), step.frame().definition());
        return command.isPresent() || (!refuses && version.orElse(1) < APART_VERSION);
    }

    /** Whether what is dispatched to the repository names the commit or the branch. */
    public boolean isOfPayload() {
        return !isArtifact
                && (writtenRef().contains("client_payload") || step.step().env().anyContains("client_payload"));
    }

    /** Whether the event that starts the run names the commit or the branch, by itself, and no step or caller does. */
    public boolean isOfEvent() {
        List<ContextPath> reads = command.isPresent() ? List.of() : Fence.readsIn(ref());
        boolean isOfContexts = reads.stream().allMatch(path -> path.context().equals("github"));
        return isOfContexts && OutsideRef.of(reads).isPresent() && !isOfPayload();
    }

    /** Whether runs of an event have what the checkout reads of it: what no other event fills is empty, and stands for the repository's own. */
    public boolean isFilledBy(String event) {
        if (!isOfEvent()) {
            return true;
        }
        for (ContextPath path : Fence.readsIn(ref())) {
            if (OutsideRef.isFilledBy(event, path)) {
                return true;
            }
        }
        return false;
    }

    private String ref() {
        return command.isPresent()
                ? String.join(" ", command.get().words())
                : step.step().uses().flatMap(uses -> uses.with().text("ref")).orElse("");
    }

    /** Where it is made. */
    public Location place() {
        return command.map(step::at).orElseGet(step::place);
    }
}
