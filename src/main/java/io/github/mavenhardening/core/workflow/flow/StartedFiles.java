package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Follows the programs of the repository that lines of PowerShell start by their files. */
record StartedFiles(JobState job, ReachedStep reached, YamlScalar script) {

    /** A line of PowerShell that starts a program by its file. */
    private static final SoughtPattern STARTS = SoughtPattern.of(
            "\\s{0,80}(?:\\$[\\w:]{1,60}\\s{0,5}=\\s{0,5})?[&.]?\\s{0,5}(?:(?:python3?|py|node|pwsh|powershell)(?:\\.exe)?\\s[^|;]{0,200}|['\"]?[.\\w$:{}/\\\\-]{1,200})\\.(?:ps1|py|[cm]?js)\\b",
            ".ps1",
            ".py",
            "js");

    /**
     * Takes in a line.
     *
     * @param begin where it begins
     * @param of what an expression of it brings
     * @param run follows a program with its arguments
     */
    void follow(
            String line,
            int begin,
            Function<String, Optional<Taint>> of,
            BiConsumer<CalledScripts.Script, ProgramArguments> run) {
        if (!STARTS.in(line).lookingAt()) {
            return;
        }
        for (ShellCommand command : ShellScript.of(line, Shell.POWERSHELL).commands()) {
            int end = Math.min(begin + line.length(), script.value().length());
            Optional<CalledScripts.Script> called = job.scripts()
                    .enter(
                            command.words(),
                            WorkTrees.folder(reached),
                            reached,
                            script.spanOf(begin, Math.max(begin, end)));
            if (called.isEmpty()) {
                continue;
            }
            if (called.get().isCut()) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
                return;
            }
            List<Optional<Taint>> carried = new ArrayList<>();
            for (String word : command.arguments()) {
                carried.add(of.apply(word));
            }
            run.accept(called.get(), new ProgramArguments(command.arguments(), carried));
            job.scripts().leave();
        }
    }
}
