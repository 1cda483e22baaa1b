package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.step.StepCommands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds commands that install packages by name, past the project's manifest and lock file. */
@AutoService(Check.class)
@CheckInfo(
        id = "adhoc-packages",
        title = "A script installs packages that no lock file pins",
        severity = Severity.LOW,
        sources = {
            "https://docs.zizmor.sh/audits/#adhoc-packages",
            "https://github.com/npm/cli/blob/latest/docs/lib/content/commands/npm-install.md"
        })
public final class AdhocPackages implements WorkflowCheck {

    /** The sub-commands that install what is named after them, abbreviations and known misspellings included. */
    private static final Map<String, Set<String>> INSTALLS = Map.of(
            "gem", Set.of("install", "i"),
            "npm",
                    Set.of(
                            "install", "i", "in", "ins", "inst", "insta", "instal", "isnt", "isnta", "isntal",
                            "isntall", "add"),
            "pnpm", Set.of("add", "install", "i"),
            "yarn", Set.of("add"),
            "bundle", Set.of("add"));

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]*+\\}\\}");

    /** Options whose value is the next word; it is not a package. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-v",
            "--version",
            "--source",
            "--install-dir",
            "--bindir",
            "--prefix",
            "--registry",
            "--loglevel",
            "-C",
            "--cwd",
            "--dir",
            "--filter",
            "-F",
            "--workspace",
            "--omit",
            "--include",
            "--cache",
            "--userconfig",
            "--tag",
            "--group");

    @Override
    public void step(Step step, WorkflowContext in) {
        for (ShellCommand command : StepCommands.of(step, in)) {
            if (installsByName(command)) {
                String text = String.join(" ", command.words());
                in.report(at(in.at(StepCommands.span(step, command)))
                        .message("'" + text + "' installs packages that no lock file pins")
                        .remedy("Add them to a manifest with a lock file, and install from the lock file")
                        .subject(text));
            }
        }
    }

    private static boolean installsByName(ShellCommand command) {
        Set<String> installs = INSTALLS.get(command.path());
        if (installs == null) {
            return false;
        }
        List<String> plain = command.operands(WITH_VALUE);
        if (command.path().equals("yarn") && plain.size() > 1) {
            int skipped = switch (plain.get(0)) {
                case "global" -> 1;
                case "workspace" -> 2;
                default -> 0;
            };
            plain = plain.subList(Math.min(skipped, plain.size()), plain.size());
        }
        return plain.size() > 1
                && installs.contains(plain.get(0))
                && plain.stream().skip(1).anyMatch(AdhocPackages::isPackage);
    }

    /** {@code npm install .} installs the project itself; an expression may give options, or nothing. */
    private static boolean isPackage(String argument) {
        return !argument.equals(".") && !EXPRESSION.matcher(argument).matches();
    }
}
