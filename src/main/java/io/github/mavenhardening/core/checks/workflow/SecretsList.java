package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fix by which a call names the secrets that the called workflow reads. GitHub passes by name only what that workflow declares,
 * so there is none where it reads another, or may.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callsecrets">
 *     on.workflow_call.secrets</a>
 */
final class SecretsList {

    private static final String TOKEN = "github_token";
    /** {@code secrets} and a name. */
    private static final int PARTS = 2;

    private SecretsList() {}

    /** The fix of a call that inherits all; empty where what is called is elsewhere, or needs more than can be named. */
    static Optional<Fix> of(ReusableWorkflowCall call, Definitions definitions) {
        Optional<Set<String>> names = definitions.own(call.uses().uses()).orElse(null) instanceof Workflow called
                ? needed(called)
                : Optional.empty();
        Optional<YamlMapping.Entry> entry = call.mapping().entry("secrets");
        if (names.isEmpty() || entry.isEmpty() || call.mapping().isFlow()) {
            return Optional.empty();
        }
        if (names.get().isEmpty()) {
            return YamlEdits.remove(call.mapping(), entry.get())
                    .map(edit -> Fix.of("Pass no secrets: the workflow reads none", false, edit));
        }
        List<YamlEdits.Pair> list = names.get().stream()
                .map(name -> new YamlEdits.Pair(name, "${{ secrets." + name + " }}"))
                .toList();
        return YamlEdits.spread(call.mapping(), entry.get(), list)
                .map(edit -> Fix.of("Name the secrets that the workflow reads", false, edit));
    }

    /** The names that the workflow declares of what it reads or demands; empty where it may read others. */
    private static Optional<Set<String>> needed(Workflow called) {
        for (Job job : called.jobs()) {
            if (job instanceof ReusableWorkflowCall inner && inner.inheritsSecrets()) {
                return Optional.empty();
            }
        }
        Set<String> read = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (YamlScalar scalar : YamlNodes.scalars(called.mapping())) {
            for (Fence fence : Fence.of(scalar)) {
                if (fence.expression().isEmpty()) {
                    return Optional.empty();
                }
                for (ContextPath path : fence.reads()) {
                    boolean secret = path.context().equals("secrets");
                    if (secret
                            && (path.segments().size() != PARTS
                                    || path.segments().contains("*"))) {
                        return Optional.empty();
                    }
                    if (secret) {
                        read.add(path.segments().get(1));
                    }
                }
            }
        }
        read.remove(TOKEN);
        Set<String> names = new LinkedHashSet<>();
        NamedValues declared =
                called.trigger("workflow_call").map(Trigger::secrets).orElse(NamedValues.none());
        for (NamedValues.Binding secret : declared.all()) {
            String name = secret.name().value();
            boolean required = secret.mapping()
                    .flatMap(mapping -> mapping.scalar("required"))
                    .flatMap(YamlScalar::asBoolean)
                    .orElse(false);
            if (read.remove(name) || required) {
                names.add(name);
            }
        }
        boolean sound = names.stream().allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]{0,199}"));
        return read.isEmpty() && sound ? Optional.of(names) : Optional.empty();
    }
}
