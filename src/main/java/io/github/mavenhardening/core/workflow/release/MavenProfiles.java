package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The profiles of Maven that a workflow may switch on by their names: in a command, a variable, an input, the build's own files. */
final class MavenProfiles {

    private static final Pattern GIVEN = Pattern.compile(
            "(?:(?<![\\w-])-P|--activate-profiles|<releaseProfiles>|-DreleaseProfiles=)[=\\s]{0,20}[\"']?([^\\s\"'<]{1,500})");
    /** Where Maven and its release plugin find names of profiles as well. */
    private static final List<String> FILES =
            List.of(".mvn/maven.config", "pom.xml", "settings.xml", ".mvn/settings.xml");

    private static final Pattern ACTIVE = Pattern.compile("<activeProfile>\\s{0,100}([^\\s<]{1,100})");

    private final Set<String> names = new HashSet<>();
    private boolean isAny;

    private MavenProfiles() {}

    /** Those of a workflow and of those that run with it. */
    static MavenProfiles of(Workflow workflow, Definitions definitions, Repository repository) {
        MavenProfiles profiles = new MavenProfiles();
        for (Workflow run : ConnectedWorkflows.with(workflow, definitions, repository)) {
            for (Job job : run.liveJobs()) {
                for (YamlScalar scalar : YamlNodes.scalars(job.mapping())) {
                    profiles.read(scalar.value(), GIVEN);
                }
                if (job instanceof ReusableWorkflowCall call) {
                    profiles.read(call.with());
                }
                if (job instanceof NormalJob normal) {
                    for (ReachedStep reached : JobSteps.of(normal, run, definitions)) {
                        if (reached.step().uses().isPresent()) {
                            profiles.read(reached.step().uses().get().with());
                        }
                        for (ShellCommand command : ProjectScripts.commands(reached, definitions, repository)) {
                            profiles.read(String.join(" ", command.words()), GIVEN);
                        }
                    }
                }
            }
            for (NamedValues.Binding variable : run.env().all()) {
                profiles.read(variable.text().orElse(""), GIVEN);
            }
        }
        for (String path : FILES) {
            if (repository.isFile(path)) {
                String text = text(path, repository);
                profiles.read(text, GIVEN);
                profiles.read(text, ACTIVE);
            }
        }
        return profiles;
    }

    /** Whether one of these is switched on, or may be. */
    boolean mayBeAny(Set<String> wanted) {
        if (isAny && !wanted.isEmpty()) {
            return true;
        }
        for (String name : wanted) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Inputs that are called for profiles, and options in others. */
    private void read(NamedValues inputs) {
        for (NamedValues.Binding input : inputs.all()) {
            String text = input.text().orElse("");
            read(text, GIVEN);
            if (input.name().lower().contains("profile")) {
                list(text);
            }
        }
    }

    private void read(String text, Pattern pattern) {
        Matcher given = pattern.matcher(text);
        while (given.find()) {
            list(given.group(1));
        }
    }

    private void list(String listed) {
        for (String name : listed.split("[,\\s]+", -1)) {
            // Only a run knows what a variable or an expression is.
            isAny |= name.contains("$");
            names.add(name.replaceFirst("^[+?]", ""));
        }
    }

    /** The text of a file; empty where it cannot be read. */
    static String text(String path, Repository repository) {
        try {
            return repository.read(path).text();
        } catch (UnreadableFileException e) {
            // Silent: what cannot be read is not evidence, so that a finding stands.
            return "";
        }
    }
}
