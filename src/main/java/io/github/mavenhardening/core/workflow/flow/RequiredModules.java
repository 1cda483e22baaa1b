package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** The modules of the repository that scripts of {@code actions/github-script} load, each followed as if it stood where it is loaded. */
final class RequiredModules {

    private static final SoughtPattern LOADS = SoughtPattern.of(
            "(?:require|import)\\(\\s{0,5}['\"`](?:\\./|\\$\\{\\s{0,5}process\\.env\\.GITHUB_WORKSPACE\\s{0,5}\\}/"
                    + "|\\$\\{\\{\\s{0,5}github\\.workspace\\s{0,5}\\}\\}/)([\\w./-]{1,200})['\"`]",
            "require(",
            "import(");

    private static final String ENDING = ".js";

    private final JobState job;
    private final OtherJobs others;

    RequiredModules(JobState job, OtherJobs others) {
        this.job = job;
        this.others = others;
    }

    /** Follows those of a step. */
    void look(ReachedStep reached) {
        if (!reached.step().usesAction("actions/github-script")) {
            return;
        }
        YamlScalar script = reached.step().script().orElseThrow();
        Step.UsesAction used = reached.step().uses().orElseThrow();
        Matcher loads = LOADS.in(script.value());
        Set<String> seen = new HashSet<>();
        while (loads.find()) {
            Optional<SourceFile> file = seen.add(loads.group(1)) ? file(loads.group(1), reached) : Optional.empty();
            if (file.isEmpty()) {
                continue;
            }
            String text = file.get().text();
            if (!others.mayFollow(text.length())) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
                return;
            }
            ReachedStep step = job.scripts().standIn(reached, used, file.get().path());
            YamlScalar module = script.leadingTo(text, script.spanOf(loads.start(), loads.end()));
            new ProgramFlow(job, step, module, "").follow();
        }
    }

    private Optional<SourceFile> file(String name, ReachedStep reached) {
        for (String path : new String[] {name, name + ENDING, name + "/index.js"}) {
            Optional<String> plain = LocalPath.plain(path).map(reached::inRepository);
            if (plain.isPresent() && others.repository().isFile(plain.get())) {
                try {
                    return Optional.of(others.repository().read(plain.get()));
                } catch (UnreadableFileException e) {
                    // Silent: what is cut is reported with the workflow.
                    job.cut();
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
