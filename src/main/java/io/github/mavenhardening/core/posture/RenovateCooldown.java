package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** What changes a version; pins and digests keep it. */
    private static final List<String> LEVELS = List.of("major", "minor", "patch");

    /** Objects whose settings go over those at the top. */
    private static final List<String> PARTS =
            List.of("major", "minor", "patch", "pin", "digest", "maven", "maven-wrapper", "github-actions");

    /** Presets of Renovate's own that let releases age, all of npm alone. */
    private static final Set<String> NPM_PRESETS =
            Set.of("config:best-practices", "security:minimumReleaseAgeNpm", "npm:unpublishSafe", ":unpublishSafe");

    /** What makes a rule speak of some packages alone, by its name and the one that Renovate had before. */
    private static final List<String> NARROWING = List.of(
            "matchPackageNames",
            "packageNames",
            "matchPackagePatterns",
            "packagePatterns",
            "matchPackagePrefixes",
            "matchDepNames",
            "matchDepPatterns",
            "matchDepPrefixes",
            "matchSourceUrls",
            "matchFileNames",
            "matchCurrentVersion",
            "matchCurrentValue",
            "matchRepositories",
            "matchBaseBranches");

    /** What makes a rule speak of some kinds of packages alone. */
    private static final List<String> KINDS =
            List.of("matchDepTypes", "depTypeList", "matchCategories", "matchJsonata", "matchConfidence");

    private static final String RULES = "packageRules";
    private static final String SUBJECT = "renovate";
    private static final String SOURCES = "matchDatasources";

    /** What limits a rule to managers, sources and kinds of updates. */
    private static final Set<String> COARSE = Set.of("matchManagers", SOURCES, "matchUpdateTypes");

    /** Names that limits had before they began with {@code match}. */
    private static final Set<String> FORMER = Set.of(
            "packageNames",
            "packagePatterns",
            "sourceUrlPrefixes",
            "baseBranchList",
            "depTypeList",
            "languages",
            "paths");

    /** Where managers that are not named like it look for releases. */
    private static final Map<String, String> SOURCE_OF = Map.of(
            "gradle", "maven",
            "maven-wrapper", "maven",
            "github-actions", "github-tags",
            "dockerfile", "docker",
            "docker-compose", "docker",
            "gomod", "go",
            "pip_requirements", "pypi",
            "bundler", "rubygems",
            "cargo", "crate");

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
        int rule = firstRule(each -> takesBack(each) && !isNarrow(each));
        if (rule >= 0) {
            ReleaseAge age = new ReleaseAge(root.path(RULES).path(rule));
            gaps.add(gap(
                    ":rules",
                    pointer(rule, age.name()),
                    "a rule for every package has a " + age.name() + " that " + age.flaw()));
        }
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
                || anyRule(rule -> merges(rule)
                        && !isNarrow(rule)
                        && !isOfSomeKinds(rule)
                        && names(either(rule, SOURCES, "datasources"), "")
                        && isOfAllLevels(rule));
    }

    /** Whether rules switch a manager off altogether: the last that speaks of all its updates does, and none after it of some. */
    boolean switchesOff(String manager) {
        boolean isOff = false;
        for (JsonNode rule : root.path(RULES)) {
            JsonNode enabled = rule.path("enabled");
            if (enabled.isBoolean()
                    && names(either(rule, "matchManagers", "managers"), manager)
                    && names(either(rule, SOURCES, "datasources"), SOURCE_OF.getOrDefault(manager, manager))) {
                isOff = !enabled.booleanValue() && (isOff || (speaksOfAll(rule) && isOfAllLevels(rule, manager)));
            }
        }
        return isOff;
    }

    /** Whether nothing limits a rule but managers, sources and kinds of updates. */
    private static boolean speaksOfAll(JsonNode rule) {
        for (Iterator<String> keys = rule.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            boolean limits = key.startsWith("match") || key.startsWith("exclude") || FORMER.contains(key);
            if (limits && !COARSE.contains(key) && !namesAll(rule.path(key))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is set not to pin what has a digest. */
    boolean unpins() {
        return isFalse(root.path("pinDigests"))
                || isFalse(root.path("github-actions").path("pinDigests"))
                || anyRule(rule -> isFalse(rule.path("pinDigests"))
                        && !isNarrow(rule)
                        && !isOfSomeKinds(rule)
                        && names(either(rule, SOURCES, "datasources"), ""));
    }

    /** Whether it proposes no update before somebody ticks it on the dashboard. */
    private boolean waitsForApproval() {
        boolean waits = root.path(APPROVAL).asBoolean(false);
        if (!root.has(APPROVAL)) {
            for (JsonNode preset : root.path("extends")) {
                waits |= preset.asText("").equals(":" + APPROVAL);
            }
        }
        return waits && !anyRule(rule -> isFalse(rule.path(APPROVAL)));
    }

    private interface Test {
        boolean of(JsonNode config);
    }

    private boolean anyRule(Test test) {
        return firstRule(test) >= 0;
    }

    /** The number of the first that fits; -1 when none does. */
    private int firstRule(Test test) {
        int number = 0;
        for (JsonNode rule : root.path(RULES)) {
            if (test.of(rule)) {
                return number;
            }
            number++;
        }
        return -1;
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
            for (String level : LEVELS) {
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
                || anyRule(rule -> hasAge(rule)
                        && !isNarrow(rule)
                        && !isOfSomeKinds(rule)
                        && names(either(rule, "matchManagers", "managers"), manager)
                        && names(either(rule, SOURCES, "datasources"), SOURCE_OF.getOrDefault(manager, manager))
                        && names(either(rule, "matchUpdateTypes", "updateTypes"), level));
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
        int rule = isOptional(root) ? -1 : firstRule(each -> isOptional(each) && !isNarrow(each));
        if (!isOptional(root) && rule < 0) {
            return;
        }
        Set<String> limits = new LinkedHashSet<>();
        if (rule >= 0) {
            for (JsonNode source : either(root.path(RULES).path(rule), SOURCES, "datasources")) {
                limits.add("'" + source.asText() + "'");
            }
            for (JsonNode manager : either(root.path(RULES).path(rule), "matchManagers", "managers")) {
                limits.add("'" + manager.asText() + "'");
            }
        }
        gaps.add(new CooldownGap(
                text.at(rule < 0 ? "/" + BEHAVIOUR : pointer(rule, BEHAVIOUR)),
                SUBJECT + ":behaviour",
                "its " + BEHAVIOUR + " is timestamp-optional"
                        + (limits.isEmpty() ? "" : " for " + String.join(", ", limits))
                        + ", so releases without a date do not age",
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

    private static boolean isOptional(JsonNode config) {
        return config.path(BEHAVIOUR).asText("").equals("timestamp-optional");
    }

    private static boolean merges(JsonNode config) {
        return config.path("automerge").isBoolean() && config.path("automerge").booleanValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private static boolean isNarrow(JsonNode rule) {
        for (String key : NARROWING) {
            if (rule.has(key) && !namesAll(rule.path(key))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSomeKinds(JsonNode rule) {
        for (String key : KINDS) {
            if (rule.has(key) && !namesAll(rule.path(key))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAllLevels(JsonNode rule) {
        return isOfAllLevels(rule, "");
    }

    private static boolean isOfAllLevels(JsonNode rule, String manager) {
        for (String level : LEVELS) {
            if (!names(either(rule, "matchUpdateTypes", "updateTypes"), level)) {
                return false;
            }
        }
        return names(either(rule, "matchManagers", "managers"), manager);
    }

    /** What a rule has under a key, or under the name that Renovate had for it before and still reads. */
    private static JsonNode either(JsonNode rule, String key, String before) {
        return rule.has(key) ? rule.path(key) : rule.path(before);
    }

    /** Whether a list is not there, names all, or that one. */
    private static boolean names(JsonNode list, String wanted) {
        if (list.isMissingNode() || namesAll(list)) {
            return true;
        }
        for (JsonNode name : list) {
            if (name.asText("").equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesAll(JsonNode names) {
        for (JsonNode name : names) {
            if (List.of("*", "**", "/.*/", "/^/", ".*").contains(name.asText(""))) {
                return true;
            }
        }
        return false;
    }
}
