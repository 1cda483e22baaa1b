package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.Problem;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of Dependabot's configuration for one ecosystem, and whether it proposes anything.
 *
 * @param file the configuration
 * @param update the entry
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#required-keys">Dependabot
 *     options reference: required keys</a>
 */
public record DependabotEntry(SourceFile file, DependabotConfig.Update update) {

    private static final Set<String> INTERVALS =
            Set.of("daily", "weekly", "monthly", "quarterly", "semiannually", "yearly", "cron");
    private static final Set<String> KINDS =
            Set.of("version-update:semver-major", "version-update:semver-minor", "version-update:semver-patch");
    private static final String LIMIT = "open-pull-requests-limit";

    /** What it keeps up to date. */
    public String ecosystem() {
        return update.ecosystem().text();
    }

    /** Why Dependabot refuses it, and the file with it. */
    Optional<Problem> defect() {
        if (directories().isEmpty()) {
            return Optional.of(problem(
                    "the entry for '" + ecosystem() + "' has no directory",
                    update.ecosystem().span()));
        }
        Optional<YamlMapping.Entry> second = entry().entry("directories");
        if (second.isPresent() && entry().get("directory").isPresent()) {
            return Optional.of(problem(
                    "the entry for '" + ecosystem() + "' has both directory and directories",
                    second.get().key().span()));
        }
        // Entries of a group over several ecosystems go by the group's schedule.
        boolean grouped = entry().scalar("multi-ecosystem-group").isPresent();
        Optional<YamlScalar> interval = ofSchedule("interval");
        if (interval.isPresent()) {
            Optional<Problem> problem = schedule(interval.get());
            return problem.isPresent() ? problem : EntryCooldown.defect(file, update);
        }
        return grouped
                ? EntryCooldown.defect(file, update)
                : Optional.of(problem(
                        "the entry for '" + ecosystem() + "' has no schedule with an interval",
                        update.ecosystem().span()));
    }

    private Optional<Problem> schedule(YamlScalar interval) {
        String text = interval.value().strip();
        if (!INTERVALS.contains(text)) {
            return Optional.of(problem(
                    "the entry for '" + ecosystem() + "' has an interval that Dependabot does not know",
                    interval.span()));
        }
        return text.equals("cron") && ofSchedule("cronjob").isEmpty()
                ? Optional.of(problem(
                        "the entry for '" + ecosystem() + "' has the interval cron, but no cronjob", interval.span()))
                : Optional.empty();
    }

    private Optional<YamlScalar> ofSchedule(String key) {
        Optional<YamlMapping> schedule = entry().mapping("schedule");
        Optional<YamlScalar> value = schedule.isPresent() ? schedule.get().scalar(key) : Optional.empty();
        return value.isPresent() && value.get().isNull() ? Optional.empty() : value;
    }

    /** Why it proposes nothing although Dependabot takes it; empty when it may propose something. */
    public Optional<Problem> idle(Repository repository) {
        Optional<YamlScalar> limit = entry().scalar(LIMIT);
        if (limit.isPresent() && limit.get().value().strip().matches("0{1,9}")) {
            return Optional.of(problem(
                    "its " + LIMIT
                            + " is 0, which leaves security updates alone, if the repository's settings ask for them",
                    limit.get().span()));
        }
        Optional<YamlScalar> ignored = ignoresAll();
        if (ignored.isPresent()) {
            return Optional.of(
                    problem("it ignores every dependency", ignored.get().span()));
        }
        Optional<YamlScalar> unchanged = ignoresAllVersions();
        if (unchanged.isPresent()) {
            return Optional.of(problem(
                    "it ignores major, minor and patch versions of every dependency, which leaves security updates alone,"
                            + " if the repository's settings ask for them",
                    unchanged.get().span()));
        }
        return nothingThere(repository);
    }

    /** That it looks where the repository has no build file of its ecosystem; empty where it has one, or may have. */
    public Optional<Problem> nothingThere(Repository repository) {
        List<YamlScalar> directories = directories();
        for (YamlScalar directory : directories) {
            if (BuildFolders.mayHold(repository, ecosystem(), directory.value())) {
                return Optional.empty();
            }
        }
        return Optional.of(problem(
                "there is no build file of that ecosystem in its directory",
                directories.get(0).span()));
    }

    /** Whether it looks at the files right in a folder. */
    boolean reaches(String folder) {
        for (YamlScalar directory : directories()) {
            if (BuildFolders.isFolder(directory.value(), folder)) {
                return true;
            }
        }
        return false;
    }

    /** Where it names its ecosystem. */
    public Location place() {
        return file.at(update.ecosystem().span());
    }

    /** How it lets releases through that have not aged. */
    public List<CooldownGap> cooldownGaps() {
        return EntryCooldown.gaps(file, update);
    }

    private YamlMapping entry() {
        return update.mapping();
    }

    private List<YamlScalar> directories() {
        Optional<YamlNode> one = entry().get("directory");
        List<YamlScalar> single = one.isPresent() ? YamlNodes.texts(one.get()) : List.of();
        Optional<YamlNode> several = entry().get("directories");
        return single.isEmpty() && several.isPresent() ? YamlNodes.texts(several.get()) : single;
    }

    /** The name in {@code ignore} that stands for every dependency, whatever the version. */
    private Optional<YamlScalar> ignoresAll() {
        Optional<YamlSequence> ignore = entry().sequence("ignore");
        if (ignore.isEmpty()) {
            return Optional.empty();
        }
        for (YamlNode item : ignore.get().values()) {
            if (item instanceof YamlMapping rule
                    && rule.get("versions").isEmpty()
                    && rule.get("update-types").isEmpty()) {
                Optional<YamlScalar> name = rule.scalar("dependency-name");
                if (name.isPresent() && EntryCooldown.isAll(name.get().value())) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The name that stands for every dependency where all kinds of new versions are ignored of it. As with a limit of 0, there are
     * security updates alone then, if at all.
     *
     * @see <a href="https://github.blog/changelog/2021-05-21-dependabot-version-updates-can-now-ignore-major-minor-patch-releases">Dependabot
     *     version updates can now ignore major, minor and patch releases</a>
     */
    private Optional<YamlScalar> ignoresAllVersions() {
        Optional<YamlSequence> ignore = entry().sequence("ignore");
        Set<String> left = new HashSet<>(KINDS);
        for (YamlNode item : ignore.isPresent() ? ignore.get().values() : List.<YamlNode>of()) {
            if (item instanceof YamlMapping rule && rule.get("versions").isEmpty()) {
                Optional<YamlScalar> name = rule.scalar("dependency-name");
                Optional<YamlNode> kinds = rule.get("update-types");
                if (name.isPresent()
                        && kinds.isPresent()
                        && EntryCooldown.isAll(name.get().value())) {
                    for (YamlScalar kind : YamlNodes.texts(kinds.get())) {
                        left.remove(kind.value().strip());
                    }
                    if (left.isEmpty()) {
                        return name;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Problem problem(String message, Span span) {
        return new Problem(message, file.at(span));
    }
}
