package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.LocatedSnapshot;
import io.github.mavenhardening.core.forge.SnapshotFile;
import io.github.mavenhardening.core.run.JobAccess.Guard;
import io.github.mavenhardening.core.run.JobAccess.Owner;
import io.github.mavenhardening.core.run.JobAccess.Rule;
import io.github.mavenhardening.core.run.JobAccess.Secret;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DeployableRefs;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.step.EnvironmentNames;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out which job reaches what, from the files, and from the snapshot of the forge's settings where there is one. Without one
 * it is known who needs no environment, and of those that have one that nobody knows what it guards.
 */
final class AccessMatrix {

    /** The most that is listed: jobs, and what they reach. A workflow's own env is each of its jobs'. */
    private static final int LIMIT = 10_000;

    private static final Rule NO_ENVIRONMENT =
            new Rule(Guard.OPEN, "nothing: the job has no environment, so that every branch's run gets this far");
    private static final Rule NO_SNAPSHOT =
            new Rule(Guard.UNKNOWN, "the environment's rules, which only the forge knows");

    private static final Rule NOBODYS =
            new Rule(Guard.UNKNOWN, "nobody has it, so that it is empty until somebody creates it, guarded or not");

    /** The most names that are shown of an environment which an expression names. */
    private static final int SHOWN_NAMES = 10;

    private static final String CALL = "workflow_call";

    private final CheckContext in;
    private final Definitions definitions;
    private final Optional<ForgeSnapshot> snapshot;
    /** By names in lower case, as GitHub compares them; empty where they are unknown. */
    private final Map<String, Environment> environments = new HashMap<>();

    private int left = LIMIT;

    private AccessMatrix(CheckContext in, Definitions definitions, Optional<ForgeSnapshot> snapshot) {
        this.in = in;
        this.definitions = definitions;
        this.snapshot = snapshot;
        if (snapshot.isPresent() && snapshot.get().environments().value().isPresent()) {
            for (Map.Entry<String, Environment> entry :
                    snapshot.get().environments().value().get().entrySet()) {
                environments.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue());
            }
        }
    }

    /** The jobs that read secrets, publish or have an environment, in the order of the files; a gap says where the list ends. */
    static List<JobAccess> of(CheckContext in, Definitions definitions) {
        AccessMatrix matrix = new AccessMatrix(in, definitions, snapshot(in));
        List<JobAccess> jobs = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            Set<String> events = events(workflow, definitions);
            for (Job job : workflow.liveJobs()) {
                if (matrix.left <= 0) {
                    in.gap("Of who reaches which credentials no more than " + LIMIT + " entries are listed: those from "
                            + workflow.path() + " on are left out");
                    return jobs;
                }
                JobAccess access = matrix.access(job, workflow, events);
                matrix.left -= 1 + access.secrets().size();
                if (access.environment().isPresent()
                        || !access.publishes().isEmpty()
                        || !access.secrets().isEmpty()) {
                    jobs.add(access);
                }
            }
        }
        return jobs;
    }

    private static Optional<ForgeSnapshot> snapshot(CheckContext in) {
        try {
            Optional<LocatedSnapshot> located = SnapshotFile.read(in.repository());
            // Workflows run on GitHub: the settings of another forge guard nothing of theirs.
            return located.isPresent() && located.get().settings().gitLab().isEmpty()
                    ? Optional.of(located.get().settings())
                    : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: that it cannot be read is a finding of forge-snapshot.
            return Optional.empty();
        }
    }

    /** What starts a workflow, by those that call it as well; events that a condition on the way excludes are left out. */
    private static Set<String> events(Workflow workflow, Definitions definitions) {
        Set<String> events = new TreeSet<>();
        for (CallPath way : Callers.of(workflow, definitions)) {
            for (Trigger trigger : way.triggers()) {
                events.add(trigger.event().value());
            }
            if (way.entry().definition() instanceof Workflow started
                    && started.path().equals(workflow.path())
                    && started.runsOn(CALL)) {
                events.add(CALL);
            }
        }
        return events;
    }

    /** Those of its workflow that neither its own condition excludes nor that of a job that it waits for. */
    private List<String> events(Job job, Workflow workflow, Set<String> ofWorkflow) {
        List<String> events = new ArrayList<>();
        for (String event : ofWorkflow) {
            // Who calls the workflow starts it by events of its own.
            if (event.equals(CALL) || SkippedJobs.mayRun(job, workflow, event, definitions)) {
                events.add(event);
            }
        }
        return events;
    }

    private JobAccess access(Job job, Workflow workflow, Set<String> events) {
        Optional<YamlScalar> named = job instanceof NormalJob ? job.environmentName() : Optional.empty();
        Optional<String> environment = named.map(YamlScalar::value);
        Rule rule = named.isPresent() ? rule(named.get(), job) : NO_ENVIRONMENT;
        Set<String> publishes = new LinkedHashSet<>();
        if (job instanceof NormalJob normal) {
            for (Release release : Releases.of(normal, workflow, definitions, in.repository())) {
                publishes.add(release.text());
            }
        }
        List<Secret> secrets = new ArrayList<>();
        for (SecretUse use : SecretUse.of(job, workflow, definitions)) {
            secrets.add(secret(use.name(), environment, rule));
        }
        if (job instanceof ReusableWorkflowCall call && call.inheritsSecrets()) {
            secrets.add(secret(SecretUse.ANY, environment, rule));
        }
        return new JobAccess(
                workflow.path(),
                job.id().value(),
                events(job, workflow, events),
                environment,
                rule,
                List.copyOf(publishes),
                secrets);
    }

    private Optional<Environment> known(String name) {
        return Optional.ofNullable(environments.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What must hold before a job runs; of environments that an expression may name, one that nothing guards is enough. */
    private Rule rule(YamlScalar name, Job job) {
        if (!name.value().contains(Fence.OPEN)) {
            return rule(name.value());
        }
        Set<String> names = EnvironmentNames.of(name, job, path -> Optional.empty());
        for (String each : names) {
            Rule rule = rule(each);
            if (rule.guard() == Guard.OPEN) {
                return new Rule(Guard.OPEN, "nothing, where the environment is '" + each + "'");
            }
        }
        // Silent: it says so where there are more.
        List<String> first = names.stream().limit(SHOWN_NAMES).toList();
        String which = names.isEmpty()
                ? ""
                : ": '" + String.join("' or '", first) + "'" + (names.size() > first.size() ? " or another" : "");
        return new Rule(Guard.UNKNOWN, "the rules of an environment that an expression names" + which);
    }

    /** What must hold before a job of that environment runs. */
    private Rule rule(String name) {
        if (snapshot.isEmpty()) {
            return NO_SNAPSHOT;
        }
        Known<?> all = snapshot.get().environments();
        if (all.value().isEmpty()) {
            return new Rule(Guard.UNKNOWN, "the environment's rules are unknown: " + all.reason());
        }
        Optional<Environment> environment = known(name);
        return environment.isPresent()
                ? rule(environment.get())
                : new Rule(Guard.OPEN, "nothing: the environment does not exist, and GitHub creates it without rules");
    }

    private Rule rule(Environment environment) {
        List<String> rules = new ArrayList<>();
        List<String> reviewers = environment.reviewers().value().orElse(List.of());
        if (!reviewers.isEmpty()) {
            rules.add("approval by " + String.join(" or ", reviewers));
        }
        for (String app : environment.apps().value().orElse(List.of())) {
            rules.add("the rule of the app " + app);
        }
        List<String> refs = environment.refs().value().orElse(List.of(Environment.ANY));
        if (refs.contains(Environment.PROTECTED)) {
            rules.add("protected branches alone");
        } else if (!refs.contains(Environment.ANY) && !new DeployableRefs(refs, "").areAllBranches()) {
            rules.add(refs.isEmpty() ? "no branch and no tag may deploy" : String.join(", ", refs) + " alone");
        }
        if (!rules.isEmpty()) {
            return new Rule(Guard.GUARDED, String.join("; ", rules));
        }
        for (Known<?> setting : List.of(environment.reviewers(), environment.refs(), environment.apps())) {
            if (setting.value().isEmpty()) {
                return new Rule(Guard.UNKNOWN, "the environment's rules are unknown: " + setting.reason());
            }
        }
        return new Rule(Guard.OPEN, "nothing: the environment has no rule");
    }

    /** Whose a secret is that a job reads, and what guards it: the environment's rules guard but the environment's own. */
    private Secret secret(String name, Optional<String> environment, Rule rule) {
        if (snapshot.isEmpty() || name.equals(SecretUse.ANY)) {
            return new Secret(name, Owner.UNKNOWN, rule);
        }
        Optional<Environment> own = environment.isPresent() ? known(environment.get()) : Optional.empty();
        boolean isComputed = environment.isPresent() && environment.get().contains(Fence.OPEN);
        boolean mayBeOwn = isComputed || (environment.isPresent() && rule.guard() == Guard.UNKNOWN && own.isEmpty());
        if (own.isPresent()) {
            if (own.get().secrets().value().isEmpty()) {
                mayBeOwn = true;
            } else if (own.get().secrets().value().get().containsKey(name)) {
                return new Secret(name, Owner.ENVIRONMENT, rule);
            }
        }
        if (mayBeOwn) {
            return new Secret(name, Owner.UNKNOWN, rule);
        }
        Known<? extends Map<String, ?>> ofRepository = snapshot.get().secrets();
        Known<? extends Set<String>> ofOrganisation = snapshot.get().organisationSecrets();
        if (ofRepository.value().isPresent() && ofRepository.value().get().containsKey(name)) {
            return new Secret(
                    name, Owner.REPOSITORY, new Rule(Guard.OPEN, "nothing: every job of the repository gets it"));
        }
        if (ofOrganisation.value().isPresent() && ofOrganisation.value().get().contains(name)) {
            return new Secret(
                    name, Owner.ORGANISATION, new Rule(Guard.OPEN, "nothing: every job of the repository gets it"));
        }
        if (ofRepository.value().isPresent() && ofOrganisation.value().isPresent()) {
            return new Secret(name, Owner.NOBODY, NOBODYS);
        }
        return new Secret(
                name,
                Owner.UNKNOWN,
                new Rule(
                        Guard.OPEN,
                        "nothing: it is none of the environment's, so that every job gets it if it exists"));
    }
}
