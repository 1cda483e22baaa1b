package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.text.NearestName;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys and kinds of values that Dependabot takes: one other, and it refuses the file. Of keys whose names change often, as
 * those of groups, nothing is said.
 *
 * @see <a href="https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference">Dependabot
 *     options reference</a>
 */
public final class DependabotKeys {

    private static final Set<String> AT_TOP =
            Set.of("version", "updates", "registries", "enable-beta-ecosystems", "multi-ecosystem-groups");

    /** Reviewers are left to CODEOWNERS since 2025; a file that still names some is read. */
    private static final Set<String> OF_ENTRIES = Set.of(
            "allow",
            "assignees",
            "commit-message",
            "cooldown",
            "directories",
            "directory",
            "exclude-paths",
            "groups",
            "ignore",
            "insecure-external-code-execution",
            "labels",
            "milestone",
            "multi-ecosystem-group",
            "open-pull-requests-limit",
            "package-ecosystem",
            "patterns",
            "pull-request-branch-name",
            "rebase-strategy",
            "registries",
            "reviewers",
            "schedule",
            "target-branch",
            "vendor",
            "versioning-strategy");

    private static final Set<String> OF_SCHEDULES = Set.of("interval", "day", "time", "timezone", "cronjob");

    private static final List<String> NUMBERS_OF_COOLDOWNS =
            List.of("default-days", "semver-major-days", "semver-minor-days", "semver-patch-days");

    private static final Set<String> OF_COOLDOWNS =
            Set.of("default-days", "semver-major-days", "semver-minor-days", "semver-patch-days", "include", "exclude");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            "insecure-external-code-execution", Set.of("allow", "deny"),
            "rebase-strategy", Set.of("auto", "disabled"),
            "versioning-strategy", Set.of("auto", "increase", "increase-if-necessary", "lockfile-only", "widen"));

    /** A thing that is wrong, and where, before the file is known. */
    private record Wrong(String message, Span span) {}

    private DependabotKeys() {}

    /** What is wrong with the first key or value that Dependabot does not take; empty where it takes all. */
    public static Optional<Problem> defect(DependabotConfig config) {
        Optional<Wrong> wrong = unknown(config.mapping(), AT_TOP, "it");
        for (int i = 0; wrong.isEmpty() && i < config.updates().size(); i++) {
            wrong = ofEntry(config.updates().get(i));
        }
        return wrong.isPresent()
                ? Optional.of(new Problem(
                        wrong.get().message(), config.source().at(wrong.get().span())))
                : Optional.empty();
    }

    /** Whether an entry has none but keys that there are. */
    public static boolean knowsAllOf(DependabotConfig.Update update) {
        return unknown(update.mapping(), OF_ENTRIES, "").isEmpty();
    }

    private static Optional<Wrong> ofEntry(DependabotConfig.Update update) {
        String name = "the entry for '" + update.ecosystem().text() + "'";
        YamlMapping entry = update.mapping();
        Optional<Wrong> wrong = unknown(entry, OF_ENTRIES, name);
        if (wrong.isEmpty() && entry.mapping("schedule").isPresent()) {
            wrong = unknown(entry.mapping("schedule").get(), OF_SCHEDULES, "the schedule of " + name);
        }
        if (wrong.isEmpty() && entry.mapping("cooldown").isPresent()) {
            YamlMapping cooldown = entry.mapping("cooldown").get();
            wrong = unknown(cooldown, OF_COOLDOWNS, "the cooldown of " + name);
            for (String key : NUMBERS_OF_COOLDOWNS) {
                wrong = wrong.isPresent() ? wrong : quoted(cooldown, key, "the cooldown of " + name);
            }
        }
        wrong = wrong.isPresent() ? wrong : quoted(entry, "open-pull-requests-limit", name);
        return wrong.isPresent() ? wrong : choice(entry, name);
    }

    private static Optional<Wrong> unknown(YamlMapping mapping, Set<String> known, String place) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            // What a merge key brings is not looked at.
            if (!known.contains(entry.name()) && !entry.name().equals("<<")) {
                return Optional.of(new Wrong(
                        place + " has a key that Dependabot does not know, '" + entry.name() + "'"
                                + NearestName.hint(entry.name(), known),
                        entry.key().span()));
            }
        }
        return Optional.empty();
    }

    /** A number in quotes is a text. */
    private static Optional<Wrong> quoted(YamlMapping mapping, String key, String place) {
        Optional<YamlNode> value = mapping.get(key);
        return value.isPresent() && value.get() instanceof YamlScalar scalar && scalar.style() != YamlScalar.Style.PLAIN
                ? Optional.of(new Wrong(
                        place + " has " + key + " in quotes, which is a text where Dependabot wants a number",
                        scalar.span()))
                : Optional.empty();
    }

    private static Optional<Wrong> choice(YamlMapping entry, String place) {
        for (YamlMapping.Entry each : entry.entries()) {
            Set<String> values = CHOICES.get(each.name());
            if (values != null
                    && each.value() instanceof YamlScalar scalar
                    && !scalar.isNull()
                    && !values.contains(scalar.value())) {
                return Optional.of(new Wrong(
                        place + " has a " + each.name() + " that Dependabot does not know"
                                + NearestName.hint(scalar.value(), values),
                        scalar.span()));
            }
        }
        return Optional.empty();
    }
}
