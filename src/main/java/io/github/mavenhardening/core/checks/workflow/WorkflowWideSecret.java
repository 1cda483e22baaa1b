package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets in variables of a whole workflow that one of its jobs names. */
@AutoService(Check.class)
@CheckInfo(
        id = "workflow-wide-secret",
        title = "A secret that one job uses is a variable of all jobs",
        severity = Severity.LOW,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-variables"
        })
public final class WorkflowWideSecret implements WorkflowCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,100}");

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        Map<String, List<Job>> users = new HashMap<>();
        for (NamedValues.Binding variable : workflow.env().all()) {
            if (secret(variable).isPresent()) {
                users.put(variable.name().value(), new ArrayList<>());
            }
        }
        if (users.isEmpty()) {
            return;
        }
        int jobs = 0;
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                jobs++;
                collect(normal, users);
            }
        }
        for (NamedValues.Binding variable : workflow.env().all()) {
            List<Job> using = users.getOrDefault(variable.name().value(), List.of());
            // What no job names, a program may read by itself, in whichever job.
            if (jobs > 1 && using.size() == 1) {
                report(variable, using.get(0), jobs, in);
            }
        }
    }

    private void report(NamedValues.Binding variable, Job user, int jobs, WorkflowContext in) {
        String name = variable.name().value();
        in.report(at(in.at(variable.scalar().orElseThrow().span()))
                .related(in.at(user.id().span()).labelled("uses it"))
                .message(
                        "The variable '" + name + "' hands '" + secret(variable).orElseThrow() + "' to each of " + jobs
                                + " jobs, of which '" + user.id().value() + "' alone uses it")
                .remedy("Move it to the `env` of that job, or of the step that needs it")
                .subject(name));
    }

    /** The secret that a variable holds, but for the token of the run. */
    private static Optional<ContextPath> secret(NamedValues.Binding variable) {
        if (variable.scalar().isEmpty()) {
            return Optional.empty();
        }
        for (Fence fence : Fence.of(variable.scalar().get())) {
            for (PossibleValue value : PossibleValue.of(fence)) {
                if (value.path().orElseThrow().readsSecret()) {
                    return value.path();
                }
            }
        }
        return Optional.empty();
    }

    private static void collect(NormalJob job, Map<String, List<Job>> users) {
        Set<String> named = new HashSet<>();
        for (YamlScalar scalar : YamlNodes.scalars(job.mapping())) {
            Matcher word = NAME.matcher(scalar.value());
            while (word.find()) {
                List<Job> using = users.get(word.group());
                if (using != null && named.add(word.group())) {
                    using.add(job);
                }
            }
        }
    }
}
