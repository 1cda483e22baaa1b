package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.workflow.ActionPermissions.Need;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.step.JobNeeds;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fix by which a job's token gets what the job needs and no more. It never gives a token what it did not have, as far as that is
 * said, and leaves no call with less than the called workflow asks for, nor a called workflow asking for more than a call grants:
 * GitHub would not start the run.
 */
final class PermissionsFix {

    private static final String KEY = "permissions";
    private static final String READ = "read";
    private static final String WRITE = "write";
    /** What the repository's default lets a job read in any case, whichever of the two it is. */
    private static final Set<String> ALWAYS = Set.of("contents", "packages");
    /** No default grants an identity, and without a token none can store an attestation. */
    private static final Set<String> BEYOND_DEFAULT = Set.of("id-token", "attestations");

    private final Workflow workflow;
    private final Definitions definitions;
    private final List<Fix.Edit> edits = new ArrayList<>();
    private boolean safe = true;
    private String reason = "";

    private PermissionsFix(WorkflowContext in) {
        this.workflow = in.workflow().orElseThrow();
        this.definitions = in.definitions();
    }

    /** Adds the fix to the finding of a job that says nothing, or asks for everything; else to its remedy why there is none. */
    static void ofJob(Job job, WorkflowContext in, String remedy, Finding.Builder finding) {
        PermissionsFix fix = new PermissionsFix(in);
        fix.least(job);
        fix.addTo(finding, remedy, "Grant the job what it needs");
    }

    /** The same of a workflow that says nothing, or grants everything to each job: each job says for itself what it needs. */
    static void ofWorkflow(WorkflowContext in, String remedy, Finding.Builder finding) {
        PermissionsFix fix = new PermissionsFix(in);
        YamlMapping top = fix.workflow.mapping();
        Optional<YamlMapping.Entry> entry = top.entry(KEY);
        fix.add(
                entry.isPresent()
                        ? YamlEdits.spread(top, entry.get(), List.of())
                        : YamlEdits.insert(top, List.of("on"), KEY, List.of()));
        for (Job job : fix.workflow.jobs()) {
            if (job.permissions().isEmpty()) {
                fix.least(job);
            }
        }
        fix.addTo(finding, remedy, "Grant nothing to all jobs, and to each what it needs");
    }

    /** The same of one permission to write that every job has: those that may need it say so for themselves. */
    static void ofGrant(Permissions.Grant grant, WorkflowContext in, String remedy, Finding.Builder finding) {
        PermissionsFix fix = new PermissionsFix(in);
        String name = grant.name().value();
        YamlMapping.Entry entry = fix.workflow.mapping().entry(KEY).orElseThrow();
        fix.add(
                YamlEdits.standsAlone(entry)
                        ? YamlEdits.replace(grant.level(), lowered(name).orElse("none"))
                        : Optional.empty());
        for (Job job : fix.workflow.jobs()) {
            if (job.permissions().isEmpty()) {
                JobNeeds needs = JobNeeds.of(job, fix.workflow, fix.definitions);
                if (needs.mayWrite(name)) {
                    fix.grant(job, fix.kept(needs));
                }
            }
        }
        fix.addTo(finding, remedy, "Grant '" + name + ": write' to the jobs that may need it");
    }

    private void addTo(Finding.Builder finding, String remedy, String description) {
        if (reason.isEmpty()) {
            finding.remedy(remedy).fix(new Fix(description, safe, edits));
        } else {
            finding.remedy(remedy + Fix.REFUSED + reason);
        }
    }

    /** What the workflow grants to every job, without the permissions to write that the job needs in no case. */
    private List<Need> kept(JobNeeds needs) {
        Map<String, Need> kept = new LinkedHashMap<>();
        for (Permissions.Grant grant : workflow.permissions().orElseThrow().grants()) {
            String name = grant.name().value();
            String level = grant.level().value();
            Optional<String> now = level.equals(WRITE) && !needs.mayWrite(name) ? lowered(name) : Optional.of(level);
            now.filter(value -> !value.equals("none"))
                    .ifPresent(value -> kept.put(name, new Need(name, value, reason(grant, value, needs))));
        }
        return List.copyOf(kept.values());
    }

    private String reason(Permissions.Grant grant, String level, JobNeeds needs) {
        String name = grant.name().value();
        Optional<String> said = workflow.commentOn(grant.span().endLine())
                .map(comment -> comment.text().replaceFirst("^#", "").strip());
        Need known = needs.asked().getOrDefault(name, needs.used().get(name));
        String unknown = needs.unknown().getOrDefault(name, needs.cannotTell().orElse(""));
        if (said.isPresent() && !said.get().isEmpty()) {
            return said.get();
        }
        // What is only read says nothing of why it may be written.
        if (known != null && (known.isWrite() || unknown.isEmpty())) {
            return known.reason();
        }
        return level.equals(WRITE) ? unknown : "every job had it";
    }

    /** Permission to read instead of to write; nobody reads an identity. */
    private static Optional<String> lowered(String name) {
        return name.equals("id-token") ? Optional.empty() : Optional.of(READ);
    }

    /** Grants a job the least that it needs of what it has. */
    private void least(Job job) {
        JobNeeds needs = JobNeeds.of(job, workflow, definitions);
        if (needs.cannotTell().isPresent()) {
            refuse(job, needs.cannotTell().get());
            return;
        }
        Optional<Permissions> has = workflow.permissionsOf(job);
        Permissions.Base base = has.map(Permissions::base).orElse(Permissions.Base.UNKNOWN);
        SortedMap<String, Need> levels = new TreeMap<>(needs.used());
        needs.asked().forEach((name, need) -> levels.merge(name, need, Need::orHigher));
        if (base == Permissions.Base.WRITE_ALL) {
            safe &= needs.unknown().isEmpty();
        } else if (base == Permissions.Base.READ_ALL) {
            cap(job, levels, needs, has.get(), "'read-all'");
        } else if (workflow.runsOn("workflow_call")) {
            safe = false;
            capByCallers(job, levels, needs);
        } else {
            if (!needs.asked().containsKey("id-token")) {
                levels.remove("id-token");
            }
            safe &= BEYOND_DEFAULT.containsAll(needs.unknown().keySet()) && isAlwaysGranted(levels);
        }
        if (reason.isEmpty()) {
            grant(job, levels.values());
        }
    }

    private static boolean isAlwaysGranted(Map<String, Need> levels) {
        return levels.values().stream()
                .allMatch(need -> need.level().equals(READ) && ALWAYS.contains(need.permission()));
    }

    /** What a called workflow asks for where it said nothing before must not be more than any call grants. */
    private void capByCallers(Job job, SortedMap<String, Need> levels, JobNeeds needs) {
        List<Callers.Site> sites = Callers.sites(workflow, definitions);
        if (sites.isEmpty()) {
            refuse(job, "nothing here calls the workflow, so that it is not known what it may ask for");
        }
        for (Callers.Site site : sites) {
            Optional<Permissions> granted = site.caller().permissionsOf(site.call());
            if (granted.isPresent() && granted.get().base() != Permissions.Base.UNKNOWN) {
                cap(job, levels, needs, granted.get(), "'" + site.caller().path() + "'");
            } else if (site.caller().runsOn("workflow_call") || !isAlwaysGranted(levels)) {
                refuse(job, "'" + site.caller().path() + "' calls the workflow and does not say what it grants");
            }
        }
    }

    private void cap(Job job, SortedMap<String, Need> levels, JobNeeds needs, Permissions granted, String by) {
        for (String name : List.copyOf(levels.keySet())) {
            String most = most(granted, name);
            String level = levels.get(name).level();
            if (!most.equals(WRITE) && !most.equals(level)) {
                Need asked = needs.asked().get(name);
                if (asked != null && !asked.level().equals(most)) {
                    refuse(
                            job,
                            "a workflow that it calls asks for '" + name + ": " + level + "', which " + by
                                    + " does not grant");
                }
                if (most.equals(READ)) {
                    levels.put(name, new Need(name, READ, levels.get(name).reason()));
                } else {
                    levels.remove(name);
                }
            }
        }
    }

    /** The level of a permission; {@code none} where it is not granted. */
    private static String most(Permissions granted, String name) {
        return switch (granted.base()) {
            case WRITE_ALL -> WRITE;
            case READ_ALL -> lowered(name).orElse("none");
            case EXPLICIT, UNKNOWN ->
                granted.grant(name).map(grant -> grant.level().value()).orElse("none");
        };
    }

    private void grant(Job job, Collection<Need> levels) {
        List<YamlEdits.Pair> written = levels.stream()
                .map(need -> new YamlEdits.Pair(need.permission(), need.level(), isUsual(need) ? "" : need.reason()))
                .toList();
        Optional<YamlMapping.Entry> entry = workflow.mapping()
                .mapping("jobs")
                .flatMap(jobs -> jobs.entry(job.id().value()));
        if (entry.isEmpty() || !YamlEdits.isUnshared(entry.get())) {
            refuse(job, "an anchor shares its text with others");
            return;
        }
        Optional<YamlMapping.Entry> said = job.mapping().entry(KEY);
        add(
                said.isPresent()
                        ? YamlEdits.spread(job.mapping(), said.get(), written)
                        : YamlEdits.insert(job.mapping(), List.of("runs-on", "uses"), KEY, written));
    }

    /** What nobody asks a reason for. */
    private static boolean isUsual(Need need) {
        return need.permission().equals("contents") && need.level().equals(READ);
    }

    private void add(Optional<Fix.Edit> edit) {
        if (edit.isPresent()) {
            edits.add(edit.get());
        } else if (reason.isEmpty()) {
            reason = "the text is written in a form that is not edited";
        }
    }

    private void refuse(Job job, String because) {
        if (reason.isEmpty()) {
            reason = "of the job '" + job.id().value() + "': " + because;
        }
    }
}
