package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.CodeownersReader;
import io.github.mavenhardening.core.posture.CooldownGap;
import io.github.mavenhardening.core.posture.Dependabot;
import io.github.mavenhardening.core.posture.DependabotEntry;
import io.github.mavenhardening.core.posture.Renovate;
import io.github.mavenhardening.core.posture.StrayFile;
import io.github.mavenhardening.core.posture.UnreachedActions;
import io.github.mavenhardening.core.posture.UpdateBots;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * No bot proposes updates, its configuration is broken or leaves something out, or it takes releases on their first day. Where
 * the workflow checks look, too, dependabot-cooldown tells the last of Dependabot's entries, as zizmor does.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "update-bot",
        title = "No bot keeps dependencies up to date, or it does not let releases age",
        severity = Severity.MEDIUM,
        controls = "OSPS-DO-06.01",
        yieldsTo = "dependabot-cooldown",
        sources = {
            "https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference",
            "https://docs.renovatebot.com/configuration-options/",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#dependency-update-tool"
        })
public final class UpdateBot implements PostureCheck {

    /** What people call the settings of either, wherever they put them. */
    private static final Pattern SETTINGS = Pattern.compile(
            "dependabot\\.ya?ml|\\.renovaterc|\\.?renovate(?:rc)?(?:\\.config)?\\.(?:json[c5]?|ya?ml|[cm]?js)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(CheckContext context) {
        UpdateBots bots = UpdateBots.find(context.repository());
        if (bots.isEmpty()) {
            Optional<String> leftOut = context.repository().leftOut(List.of("", ".github", ".gitlab"), SETTINGS);
            if (leftOut.isPresent()) {
                context.gap("update-bot: " + Repository.SPARSE + leftOut.get());
            } else {
                context.report(missing(context.repository()));
            }
            return;
        }
        broken(bots, context);
        if (bots.workingDependabot().isPresent() || bots.workingRenovate().isPresent()) {
            ecosystems(bots, context);
            gaps(bots, context);
        } else if (bots.elsewhere().isEmpty()) {
            idle(bots, context);
        }
        if (bots.elsewhere().isPresent()) {
            context.gap("update-bot: " + bots.elsewhere().get()
                    + " runs Renovate, whose settings are not in a file of this repository that could be read");
        }
    }

    private Finding.Builder missing(Repository repository) {
        Optional<String> stray = StrayFile.find(repository, SETTINGS);
        return at(Location.ofRepository())
                .message("Neither Dependabot nor Renovate is configured"
                        + stray.map(path -> "; neither of them reads " + path + " there")
                                .orElse(""))
                .remedy(
                        CodeownersReader.isOnGitLab(repository)
                                ? "Add renovate.json, with a minimumReleaseAge"
                                : "Add .github/dependabot.yml, with a cooldown for every ecosystem")
                .subject("missing");
    }

    private void broken(UpdateBots bots, CheckContext context) {
        Optional<Problem> defect =
                bots.dependabot().isPresent() ? bots.dependabot().get().defect() : Optional.empty();
        if (defect.isPresent()) {
            context.report(broken(
                    defect.get().location(),
                    ", and GitHub reads none of it: " + defect.get().message()));
        }
        if (bots.renovate().isPresent() && bots.renovate().get().root().isEmpty()) {
            context.report(broken(Location.ofFile(bots.renovate().get().path()), ": it is not a JSON object"));
        }
    }

    private Finding.Builder broken(Location place, String reason) {
        return at(place)
                .message("The update bot's configuration is invalid" + reason)
                .remedy("Correct it: a bot that cannot read its configuration proposes nothing")
                .subject("broken");
    }

    /** A bot that is there and proposes nothing is none. */
    private void idle(UpdateBots bots, CheckContext context) {
        if (bots.dependabot().isPresent() && !bots.dependabot().get().entries().isEmpty()) {
            context.report(idleDependabot(bots.dependabot().get().entries(), bots.repository()));
        }
        Optional<Problem> off =
                bots.renovate().isPresent() ? bots.renovate().get().idle() : Optional.empty();
        if (off.isPresent()) {
            context.report(idle(
                    off.get().location(),
                    "Renovate proposes no update: " + off.get().message()));
        }
    }

    /** At the first entry; which others are so for the same reason, the message tells. */
    private Finding.Builder idleDependabot(List<DependabotEntry> entries, Repository repository) {
        Map<String, Set<String>> ecosystems = new LinkedHashMap<>();
        for (DependabotEntry entry : entries) {
            ecosystems
                    .computeIfAbsent(entry.idle(repository).orElseThrow().message(), reason -> new LinkedHashSet<>())
                    .add("'" + entry.ecosystem() + "'");
        }
        List<String> reasons = new ArrayList<>();
        ecosystems.forEach((reason, names) -> reasons.add("for " + String.join(", ", names) + ", " + reason));
        return idle(
                entries.get(0).idle(repository).orElseThrow().location(),
                "Dependabot proposes no version update: " + String.join("; ", reasons));
    }

    private Finding.Builder idle(Location place, String message) {
        return at(place)
                .message(message)
                .remedy("Configure it to propose updates for what this repository uses")
                .subject("idle");
    }

    private static boolean hasWorkflows(Repository repository) {
        for (String path : repository.filesIn(".github/workflows")) {
            if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                return true;
            }
        }
        return false;
    }

    private void ecosystems(UpdateBots bots, CheckContext context) {
        for (String ecosystem : ecosystemsOf(bots.repository())) {
            demand(ecosystem, bots, context);
        }
    }

    /** What a bot must look after here; Dependabot and Renovate call these by the same name. */
    private static Set<String> ecosystemsOf(Repository repository) {
        Set<String> used = new TreeSet<>();
        if (repository.isFile("pom.xml")) {
            used.add("maven");
        }
        if (hasWorkflows(repository)) {
            used.add("github-actions");
        }
        return used;
    }

    private void demand(String ecosystem, UpdateBots bots, CheckContext context) {
        if (bots.covers(ecosystem)) {
            return;
        }
        Optional<Problem> idle = bots.idle(ecosystem);
        Optional<Problem> left = bots.dependabot().isPresent() ? Optional.empty() : bots.leftOut(ecosystem);
        context.report(at((idle.isPresent() ? idle : left)
                        .map(Problem::location)
                        .orElseGet(bots::place))
                .severity(Severity.MEDIUM)
                .message("Nothing keeps the ecosystem '" + ecosystem + "' up to date, which this repository uses"
                        + idle.map(reason -> ": of its entry " + reason.message())
                                .orElse("")
                        + left.map(reason -> ": of Renovate, " + reason.message())
                                .orElse(""))
                .remedy(
                        bots.dependabot().isPresent()
                                ? "Add or correct an entry with package-ecosystem: " + ecosystem
                                : "Let Renovate's manager " + ecosystem + " propose updates")
                .subject("ecosystem:" + ecosystem));
    }

    private void gaps(UpdateBots bots, CheckContext context) {
        if (bots.workingDependabot().isPresent()) {
            for (DependabotEntry entry : bots.dependabot().get().entries()) {
                if (entry.idle(bots.repository()).isEmpty()) {
                    gaps(entry.cooldownGaps(), context);
                } else {
                    astray(entry, bots, context);
                }
            }
        }
        if (bots.workingDependabot().isPresent() && bots.workingRenovate().isEmpty()) {
            unreached(bots.dependabot().get(), context);
        }
        if (bots.workingRenovate().isPresent()) {
            renovateGaps(bots.renovate().get(), ecosystemsOf(bots.repository()), context);
        }
    }

    /** An entry that looks in the wrong place, where no other finding is about its ecosystem. */
    private void astray(DependabotEntry entry, UpdateBots bots, CheckContext context) {
        Optional<Problem> nothing = entry.nothingThere(bots.repository());
        boolean isDemanded =
                ecosystemsOf(bots.repository()).contains(entry.ecosystem()) && !bots.covers(entry.ecosystem());
        if (nothing.isPresent() && !isDemanded) {
            context.report(at(nothing.get().location())
                    .severity(Severity.LOW)
                    .message("Dependabot's entry for '" + entry.ecosystem() + "' proposes nothing: "
                            + nothing.get().message())
                    .remedy("Name the directory of the build file, or remove the entry")
                    .subject("astray:" + entry.ecosystem()));
        }
    }

    /** Actions of the repository, which Renovate finds wherever they are. */
    private void unreached(Dependabot dependabot, CheckContext context) {
        Optional<DependabotEntry> entry = dependabot.first("github-actions", context.repository());
        if (entry.isEmpty()) {
            return;
        }
        UnreachedActions unreached = UnreachedActions.of(dependabot, context.repository());
        if (unreached.left() > 0) {
            context.gap("update-bot: whether Dependabot looks at " + Count.of(unreached.left(), "more actions")
                    + " of this repository was not checked");
        }
        List<String> folders = unreached.folders();
        if (!folders.isEmpty()) {
            String first = folders.get(0);
            String parent = first.substring(0, first.lastIndexOf('/'));
            context.report(at(entry.get().place())
                    .severity(Severity.LOW)
                    .persona(Persona.PEDANTIC)
                    .message(
                            "Dependabot does not look at '" + first + "'"
                                    + (folders.size() > 1
                                            ? " and " + (folders.size() - 1) + " more of this repository's actions"
                                            : "")
                                    + ": for '/' it reads the workflows and an action in the root, so what these use stays as it is")
                    .remedy("Write directories: [\"/\", \"/" + parent + "/*\"] in place of directory: /")
                    .subject("actions"));
        }
    }

    private void renovateGaps(Renovate renovate, Set<String> used, CheckContext context) {
        List<CooldownGap> gaps = renovate.cooldownGaps(used);
        if (!gaps.isEmpty() && renovate.mergesAll()) {
            context.report(at(gaps.get(0).location())
                    .message("Renovate merges every update by itself, also of a release's first days: "
                            + gaps.get(0).reason())
                    .remedy("Write \"minimumReleaseAge\": \"7 days\" for all updates, or limit automerge to some")
                    .subject("automerge"));
        } else {
            String beside = renovate.unread().isPresent()
                    ? "; " + renovate.unread().get() + " is not read beside " + renovate.path()
                    : "";
            for (CooldownGap gap : gaps) {
                context.report(early(
                        gap, "Renovate proposes updates in the first days of a release: " + gap.reason() + beside));
            }
        }
        if (renovate.unpins()) {
            context.report(at(Location.ofFile(renovate.path()))
                    .severity(Severity.LOW)
                    .persona(Persona.PEDANTIC)
                    .message("Renovate is set to pin no digest, so actions and images keep references that can move")
                    .remedy(
                            "Remove \"pinDigests\": false, or extend helpers:pinGitHubActionDigests and docker:pinDigests")
                    .subject("digests"));
        }
    }

    private void gaps(List<CooldownGap> gaps, CheckContext context) {
        for (CooldownGap gap : gaps) {
            context.report(early(
                    gap,
                    "Updates of '" + gap.subject().split(":", 2)[0] + "' are proposed in the first days of a release: "
                            + gap.reason()));
        }
    }

    private Finding.Builder early(CooldownGap gap, String message) {
        return at(gap.location())
                .severity(Severity.LOW)
                .message(message)
                .remedy(gap.remedy())
                .subject("cooldown:" + gap.subject());
    }
}
