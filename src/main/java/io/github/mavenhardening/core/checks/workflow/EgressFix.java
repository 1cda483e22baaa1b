package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.egress.JobEndpoints;
import io.github.mavenhardening.core.workflow.egress.Registries;
import io.github.mavenhardening.core.workflow.egress.Tool;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fix for a job whose connections are only watched: they are restricted to what the job is seen to need. */
final class EgressFix {

    /** The action that restricts connections. */
    static final String GUARD = "step-security/harden-runner";

    private static final String POLICY = "egress-policy";
    private static final String LIST = "allowed-endpoints";
    /** The option that lists hosts by tools. */
    private static final String OPTION = "checks.unrestricted-egress.registries";
    /** The most hosts that a sentence names. */
    private static final int NAMED = 20;

    private final NormalJob job;
    private final JobEndpoints endpoints;

    private EgressFix(NormalJob job, JobEndpoints endpoints) {
        this.job = job;
        this.endpoints = endpoints;
    }

    /**
     * That of a job.
     *
     * @param own the hosts of the registries that tools know by themselves, as the policy lists them
     */
    static EgressFix of(NormalJob job, WorkflowContext in, Map<Tool, List<String>> own) {
        Optional<ProjectFacts> project = in.run().project();
        return new EgressFix(
                job,
                JobEndpoints.of(
                        job,
                        in.workflow().orElseThrow(),
                        in.definitions(),
                        in.run().repository(),
                        new Registries(own, project.isPresent() ? project.get().repositories() : List.of())));
    }

    /** The end of a remedy: the hosts as far as they are known, and what they leave out. */
    String hosts() {
        String known =
                endpoints.endpoints().isEmpty() ? "" : "; its steps are seen to need " + named(endpoints.endpoints());
        return known + leftOut();
    }

    /** What a list of the known hosts lacks; empty where nothing is known to be missing. */
    private String leftOut() {
        List<String> actions = new ArrayList<>();
        for (String action : endpoints.actions()) {
            actions.add("what '" + action + "' asks");
        }
        return missing("; no file tells ", endpoints.registries(), ": list its hosts in the policy")
                + (actions.isEmpty() ? "" : "; no file tells " + named(actions) + ": the log names the hosts to add")
                + missing(
                        "; packages may come from other hosts of ",
                        endpoints.indexes(),
                        ": list them all in the policy");
    }

    /** Words about tools whose registries are not known, or not all of them; empty where there are none. */
    private static String missing(String before, Collection<String> tools, String after) {
        List<String> registries = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (String tool : tools) {
            registries.add(Tool.of(tool).registry());
            settings.add("'" + OPTION + "." + tool + "'");
        }
        return tools.isEmpty() ? "" : before + named(registries) + after + " under " + named(settings);
    }

    private static String named(Collection<String> all) {
        List<String> shown = new ArrayList<>(all);
        return shown.size() <= NAMED
                ? String.join(", ", shown)
                : String.join(", ", shown.subList(0, NAMED)) + " and " + (shown.size() - NAMED) + " more";
    }

    /**
     * The fix in the step that watches; empty where it stands in an action that other jobs may use, too, and where a registry
     * is known to be missing from the list: the job could not run.
     */
    Optional<Fix> of(ReachedStep guard) {
        Optional<YamlMapping.Entry> with = guard.step().mapping().entry("with");
        if (guard.frame().call().isPresent()
                || with.isEmpty()
                || !YamlEdits.standsAlone(with.get())
                || !(with.get().value() instanceof YamlMapping inputs)
                || !(inputs.get(POLICY).orElse(null) instanceof YamlScalar policy)) {
            return Optional.empty();
        }
        Optional<Fix.Edit> block = YamlEdits.replace(policy, "block");
        if (block.isEmpty()) {
            return Optional.empty();
        }
        if (inputs.get(LIST).isPresent()) {
            return Optional.of(
                    new Fix("Block what the list of allowed endpoints leaves out", false, List.of(block.get())));
        }
        Optional<Fix.Edit> list =
                endpoints.endpoints().isEmpty() || !endpoints.registries().isEmpty()
                        ? Optional.empty()
                        : YamlEdits.insertWords(inputs, List.of(POLICY), LIST, endpoints.endpoints());
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(
                        "Block what the steps of '" + job.id().value()
                                + "' are not seen to need; compare the list with the logged connections first"
                                + leftOut(),
                        false,
                        List.of(block.get(), list.get())));
    }
}
