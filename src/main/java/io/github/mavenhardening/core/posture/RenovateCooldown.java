package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Renovate's {@code minimumReleaseAge}, at the top, for a manager, for a kind of update or in rules, and where it lets releases
 * through that have not aged. {@code stabilityDays} is its older name.
 *
 * @param text where things stand
 * @param root its values
 * @param managers the managers whose updates must age; empty when it is not known which there are, so that only what is said of
 *     all counts
 * @see <a href="https://docs.renovatebot.com/configuration-options/#minimumreleaseage">Renovate: minimumReleaseAge</a>
 */
record RenovateCooldown(RenovateText text, JsonNode root, Set<String> managers) {

    private static final String AGE = ReleaseAge.NAME;
    private static final String FILTER = "internalChecksFilter";
    private static final String BEHAVIOUR = "minimumReleaseAgeBehaviour";
    private static final String APPROVAL = "dependencyDashboardApproval";

    /** Objects whose settings go over those at the top. */
    private static final List<String> PARTS =
            List.of("major", "minor", "patch", "digest", "maven", "maven-wrapper", "github-actions");

    /** Presets of Renovate's own that let releases age, all of npm alone. */
    private static final Set<String> NPM_PRESETS =
            Set.of("config:best-practices", "security:minimumReleaseAgeNpm", "npm:unpublishSafe", ":unpublishSafe");

    private static final String RULES = "packageRules";
    private static final String SUBJECT = "renovate";

    /** The most later rules that an earlier one is compared with. */
    private static final int AGES_LIMIT = 100;

    /**
     * The gaps of the configuration.
     *
     * @param mayInherit whether it goes over a preset that may set an age
     */
    List<CooldownGap> gaps(boolean mayInherit) {
        List<CooldownGap> gaps = new ArrayList<>();
        if (waitsForApproval()) {
            return gaps;
        }
        if (takesBack(root) || (!mayInherit && !isCovered())) {
            ReleaseAge age = new ReleaseAge(root);
            gaps.add(
                    age.takesBack()
                            ? gap("", "/" + age.name(), "its " + age.name() + " " + age.flaw())
                            : gap("", "", missing()));
            return gaps;
        }
        for (String part : PARTS) {
            if (takesBack(root.path(part))) {
                ReleaseAge age = new ReleaseAge(root.path(part));
                gaps.add(gap(
                        ":" + part,
                        "/" + part + "/" + age.name(),
                        "the " + age.name() + " under " + part + " " + age.flaw()));
            }
        }
        takenBackByARule().ifPresent(gaps::add);
        optional(gaps);
        if (letsPending(root)) {
            gaps.add(new CooldownGap(
                    text.at("/" + FILTER),
                    SUBJECT + ":checks",
                    "its " + FILTER + " is none, so what is not old enough is proposed with a check that is pending",
                    "Leave " + FILTER + " at strict"));
        }
        return gaps;
    }

    /** Whether it merges every update by itself: what is limited to some packages or kinds of updates does not. */
    boolean mergesAll() {
        for (JsonNode preset : root.path("extends")) {
            if (preset.asText("").equals(":automergeAll")) {
                return true;
            }
        }
        return merges(root)
                || anyRule(rule ->
                        merges(rule.config()) && rule.isOfAllPackages() && rule.isOfAllUpdates() && rule.isOf(""));
    }

    /** Whether rules switch a manager off altogether: the last that speaks of all its updates does, and none after it of some. */
    boolean switchesOff(String manager) {
        boolean isOff = false;
        for (RenovateRule rule : rules()) {
            JsonNode enabled = rule.config().path("enabled");
            if (enabled.isBoolean() && rule.isOf(manager)) {
                isOff = !enabled.booleanValue() && (isOff || (rule.isOfAll() && rule.isOfAllUpdates()));
            }
        }
        return isOff;
    }

    /** Whether it is set not to pin what has a digest. */
    boolean unpins() {
        return isFalse(root.path("pinDigests"))
                || isFalse(root.path("github-actions").path("pinDigests"))
                || anyRule(rule ->
                        isFalse(rule.config().path("pinDigests")) && rule.isOfAllPackages() && rule.isOfSource(""));
    }

    /** Whether it proposes no update before somebody ticks it on the dashboard. */
    private boolean waitsForApproval() {
        boolean waits = root.path(APPROVAL).asBoolean(false);
        if (!root.has(APPROVAL)) {
            for (JsonNode preset : root.path("extends")) {
                waits |= preset.asText("").equals(":" + APPROVAL);
            }
        }
        return waits && !anyRule(rule -> isFalse(rule.config().path(APPROVAL)));
    }

    private List<RenovateRule> rules() {
        List<RenovateRule> rules = new ArrayList<>();
        for (JsonNode rule : root.path(RULES)) {
            rules.add(new RenovateRule(rule));
        }
        return rules;
    }

    private boolean anyRule(Predicate<RenovateRule> test) {
        return rules().stream().anyMatch(test);
    }

    /** The first rule for every package by which releases of new versions do not age, unless a later one sets an age again. */
    private Optional<CooldownGap> takenBackByARule() {
        List<RenovateRule> rules = rules();
        List<RenovateRule> ages = new ArrayList<>();
        Optional<CooldownGap> first = Optional.empty();
        for (int i = rules.size() - 1; i >= 0; i--) {
            RenovateRule rule = rules.get(i);
            ReleaseAge age = new ReleaseAge(rule.config());
            if (age.isSet()) {
                // Silent: of more rules than that it is not asked whether they set an age again, and the gap is
                // reported.
                if (ages.size() < AGES_LIMIT) {
                    ages.add(rule);
                }
            } else if (age.takesBack()
                    && !rule.isNarrow()
                    && rule.bringsVersions()
                    && ages.stream().noneMatch(rule::isWithin)) {
                first = Optional.of(gap(
                        ":rules",
                        pointer(i, age.name()),
                        "a rule for every package" + of(rule) + " has a " + age.name() + " that " + age.flaw()));
            }
        }
        return first;
    }

    private static String of(RenovateRule rule) {
        return rule.limits().isEmpty() ? "" : " of " + String.join(", ", rule.limits());
    }

    private CooldownGap gap(String subject, String pointer, String reason) {
        return new CooldownGap(
                text.at(pointer), SUBJECT + subject, reason, "Write \"minimumReleaseAge\": \"7 days\" for all updates");
    }

    private String missing() {
        for (JsonNode preset : root.path("extends")) {
            if (NPM_PRESETS.contains(preset.asText(""))) {
                return "it has no " + AGE + " for all updates, as " + preset.asText("") + " sets one of npm alone";
            }
        }
        return "it has no " + AGE + " for all updates";
    }

    /** Whether every update that changes a version has an age. */
    private boolean isCovered() {
        if (hasAge(root)) {
            return true;
        }
        for (String manager : managers.isEmpty() ? Set.of("") : managers) {
            for (String level : RenovateRule.LEVELS) {
                if (!isCovered(manager, level)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isCovered(String manager, String level) {
        return hasAge(root.path(level))
                || (!manager.isEmpty() && hasAge(root.path(manager)))
                || (manager.equals("npm") && extendsNpmPreset())
                || anyRule(rule -> hasAge(rule.config())
                        && rule.isOfAllPackages()
                        && rule.isOf(manager)
                        && rule.isOfUpdate(level));
    }

    private boolean extendsNpmPreset() {
        for (JsonNode preset : root.path("extends")) {
            if (NPM_PRESETS.contains(preset.asText(""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesBack(JsonNode config) {
        return new ReleaseAge(config).takesBack();
    }

    private static boolean hasAge(JsonNode config) {
        return new ReleaseAge(config).isSet();
    }

    /** Whether releases without a date are taken at once: all, or of what a rule names that is not of some packages. */
    private void optional(List<CooldownGap> gaps) {
        List<RenovateRule> rules = rules();
        int number = 0;
        while (!isOptional(root) && number < rules.size() && !isOptional(rules.get(number))) {
            number++;
        }
        if (!isOptional(root) && number == rules.size()) {
            return;
        }
        String whose = isOptional(root) || rules.get(number).limits().isEmpty()
                ? ""
                : " for " + String.join(", ", rules.get(number).limits());
        gaps.add(new CooldownGap(
                text.at(isOptional(root) ? "/" + BEHAVIOUR : pointer(number, BEHAVIOUR)),
                SUBJECT + ":behaviour",
                "its " + BEHAVIOUR + " is timestamp-optional" + whose + ", so releases without a date do not age",
                "Leave " + BEHAVIOUR + " at timestamp-required wherever the source of releases has dates"));
    }

    /** Whether branches and pull requests are made before an update is old enough. */
    private static boolean letsPending(JsonNode config) {
        return config.path(FILTER).asText("").equals("none")
                && !config.path("prCreation").asText("").equals("not-pending");
    }

    private static String pointer(int rule, String key) {
        return "/" + RULES + "/" + rule + "/" + key;
    }

    private static boolean isOptional(RenovateRule rule) {
        return isOptional(rule.config()) && !rule.isNarrow() && rule.bringsVersions();
    }

    private static boolean isOptional(JsonNode config) {
        return config.path(BEHAVIOUR).asText("").equals("timestamp-optional");
    }

    private static boolean merges(JsonNode config) {
        return config.path("automerge").isBoolean() && config.path("automerge").booleanValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }
}
