package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What jobs send to workflows of their repository, by whom it is for. GitHub refuses an input that a workflow does not declare,
 * and takes any text for one of the type {@code string} alone.
 *
 * @see <a href="https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event">Create a workflow dispatch
 *     event</a>
 * @see <a href="https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event">Create a repository dispatch
 *     event</a>
 */
final class SentTexts {

    private static final String BY_HAND = "workflow_dispatch";
    private static final String BY_EVENT = "repository_dispatch";
    private static final String PAYLOAD = "client_payload";

    /** Members that hold text, where an object is sent of which no more is known. */
    private static final Set<String> TEXTS =
            Set.of("title", "body", "label", "message", "head_ref", "head_branch", "page_name", "all");

    /** By the kind of event and its target, what is sent by its name. */
    private final Map<String, Map<String, Taint>> texts = new HashMap<>();

    /** The same of all events, for workflows that any starts. */
    private final Map<String, Taint> byAnyEvent = new HashMap<>();

    private int size;

    /** Whether some job asked for what is sent to it, and whether more was sent after that. */
    private boolean isAsked;

    private boolean isLate;

    /** Takes in what another one has. */
    void addAll(SentTexts other) {
        other.texts.forEach((key, byName) -> texts.put(key, new HashMap<>(byName)));
        byAnyEvent.putAll(other.byAnyEvent);
        size = other.size;
    }

    void add(SentText sent) {
        Map<String, Taint> byName = texts.computeIfAbsent(key(sent.isEvent(), sent.target()), any -> new HashMap<>());
        if (byName.putIfAbsent(sent.name(), sent.taint()) == null) {
            isLate |= isAsked;
            size++;
        }
        if (sent.isEvent()) {
            byAnyEvent.putIfAbsent(sent.name(), sent.taint());
        }
    }

    /** Whether something was sent that a job may have asked for before. */
    boolean areLate() {
        return isLate;
    }

    /** Whether anything is sent to a workflow. */
    boolean areFor(Workflow workflow) {
        isAsked |= workflow.runsOn(BY_HAND) || workflow.runsOn(BY_EVENT);
        return size > 0 && !(of(workflow, false).isEmpty() && of(workflow, true).isEmpty());
    }

    /** Whether a context is of what a run was started with by hand, or by an event of the repository's own. */
    static boolean mayHold(ContextPath path) {
        return path.context().equals("inputs")
                || path.isWithin("github.event.inputs")
                || path.isWithin("github.event." + PAYLOAD);
    }

    /** What a context holds in a job, if it is sent. */
    Optional<Taint> in(ContextPath path, Workflow workflow, Job job) {
        if (!mayHold(path) || !areFor(workflow)) {
            return Optional.empty();
        }
        List<String> names = path.segments();
        if (path.isWithin("github.event." + PAYLOAD)) {
            return CallPath.mayHold(job.condition(), BY_EVENT)
                    ? member(names.subList(3, names.size()), of(workflow, true))
                    : Optional.empty();
        }
        boolean isOne = names.size() == (path.context().equals("inputs") ? 2 : 4);
        return isOne && CallPath.mayHold(job.condition(), BY_HAND) && takesText(workflow, names.get(names.size() - 1))
                ? member(names.subList(names.size() - 1, names.size()), of(workflow, false))
                : Optional.empty();
    }

    private static Optional<Taint> member(List<String> path, List<Map<String, Taint>> sent) {
        for (Map<String, Taint> byName : sent) {
            for (int i = 0; i < path.size(); i++) {
                Taint found = byName.get(path.get(i));
                if (found != null && (i + 1 == path.size() || TEXTS.contains(path.get(path.size() - 1)))) {
                    return Optional.of(found);
                }
            }
            Taint any = byName.get("");
            if (any != null && !path.isEmpty() && !OutsiderEvents.holdsNoText(path.get(path.size() - 1))) {
                return Optional.of(any);
            }
        }
        return Optional.empty();
    }

    /** What is sent to a workflow, by name: what is sent to it by its own name first. */
    private List<Map<String, Taint>> of(Workflow workflow, boolean isEvent) {
        Optional<Trigger> trigger = workflow.trigger(isEvent ? BY_EVENT : BY_HAND);
        List<Map<String, Taint>> found = new ArrayList<>();
        if (trigger.isEmpty()) {
            return found;
        }
        if (isEvent && !trigger.get().hasFilter("types")) {
            if (!byAnyEvent.isEmpty()) {
                found.add(byAnyEvent);
            }
            return found;
        }
        List<String> targets = new ArrayList<>();
        if (isEvent) {
            trigger.get().filter("types").forEach(type -> targets.add(type.value()));
        } else {
            targets.add(workflow.path().substring(workflow.path().lastIndexOf('/') + 1));
            workflow.name().ifPresent(name -> targets.add(name.value()));
        }
        targets.add("");
        for (String target : targets) {
            Map<String, Taint> byName = texts.get(key(isEvent, target));
            if (byName != null) {
                found.add(byName);
            }
        }
        return found;
    }

    private static String key(boolean isEvent, String target) {
        String file = isEvent ? target : target.substring(target.lastIndexOf('/') + 1);
        return (isEvent ? BY_EVENT : BY_HAND) + " " + file;
    }

    private static boolean takesText(Workflow workflow, String input) {
        Optional<NamedValues.Binding> declared =
                workflow.trigger(BY_HAND).flatMap(trigger -> trigger.inputs().get(input));
        Optional<YamlScalar> type =
                declared.flatMap(NamedValues.Binding::mapping).flatMap(mapping -> mapping.scalar("type"));
        return declared.isPresent()
                && type.map(YamlScalar::value).orElse("string").equals("string");
    }
}
