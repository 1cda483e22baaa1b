package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of Renovate's {@code packageRules}, and which packages and updates it speaks of. Of two that speak of one update, the later
 * holds.
 *
 * @see <a href="https://docs.renovatebot.com/configuration-options/#packagerules">Renovate: packageRules</a>
 */
record RenovateRule(JsonNode config) {

    /** What changes a version; pins and digests keep it. */
    static final List<String> LEVELS = List.of("major", "minor", "patch");

    /** What takes no code that was not in use before, or what Renovate cannot tell the age of; its own presets let it through. */
    private static final Set<String> KEEPING =
            Set.of("pin", "pinDigest", "lockFileMaintenance", "replacement", "rollback");

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

    private static final String SOURCES = "matchDatasources";
    private static final String MANAGERS = "matchManagers";
    private static final String UPDATES = "matchUpdateTypes";

    /** What limits a rule to managers, sources and kinds of updates, and what it was called before. */
    private static final Map<String, String> COARSE =
            Map.of(SOURCES, "datasources", MANAGERS, "managers", UPDATES, "updateTypes");

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
    private static final Map<String, String> SOURCE_OF = Map.ofEntries(
            Map.entry("gradle", "maven"),
            Map.entry("maven-wrapper", "maven"),
            Map.entry("github-actions", "github-tags"),
            Map.entry("dockerfile", "docker"),
            Map.entry("docker-compose", "docker"),
            Map.entry("gomod", "go"),
            Map.entry("pip_requirements", "pypi"),
            Map.entry("bundler", "rubygems"),
            Map.entry("cargo", "crate"),
            Map.entry("helmv3", "helm"),
            Map.entry("helmfile", "helm"),
            Map.entry("helm-requirements", "helm"));

    /** Whether it speaks of some packages alone. */
    boolean isNarrow() {
        return limitsBy(NARROWING);
    }

    /** Whether it speaks of every package of its managers and sources, of whatever kind. */
    boolean isOfAllPackages() {
        return !isNarrow() && !limitsBy(KINDS);
    }

    private boolean limitsBy(List<String> keys) {
        for (String key : keys) {
            if (config.has(key) && !namesAll(config.path(key))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing limits it but managers, sources and kinds of updates. */
    boolean isOfAll() {
        for (Iterator<String> keys = config.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            boolean limits = key.startsWith("match") || key.startsWith("exclude") || FORMER.contains(key);
            if (limits && !COARSE.containsKey(key) && !namesAll(config.path(key))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it speaks of what that manager looks after; of all managers where none is named. */
    boolean isOf(String manager) {
        return names(MANAGERS, manager) && isOfSource(SOURCE_OF.getOrDefault(manager, manager));
    }

    /** Whether it speaks of what comes from there. */
    boolean isOfSource(String source) {
        return names(SOURCES, source);
    }

    /** Whether it speaks of that kind of update. */
    boolean isOfUpdate(String kind) {
        return names(UPDATES, kind);
    }

    /** Whether it speaks of every update that changes a version. */
    boolean isOfAllUpdates() {
        return LEVELS.stream().allMatch(this::isOfUpdate);
    }

    /** Whether it speaks of updates that bring another version or another digest. */
    boolean bringsVersions() {
        JsonNode kinds = list(UPDATES);
        boolean brings = kinds.isEmpty();
        for (JsonNode kind : kinds) {
            brings |= !KEEPING.contains(kind.asText(""));
        }
        return brings
                && !(config.path("enabled").isBoolean()
                        && !config.path("enabled").booleanValue());
    }

    /** Whether whatever new version it speaks of, another rule speaks of, too. */
    boolean isWithin(RenovateRule other) {
        return other.isOfAllPackages()
                && other.isOfAll()
                && isWithin(other, SOURCES)
                && isWithin(other, MANAGERS)
                && (list(UPDATES).isMissingNode() ? other.isOfAllUpdates() : isWithin(other, UPDATES));
    }

    private boolean isWithin(RenovateRule other, String key) {
        JsonNode names = list(key);
        if (names.isMissingNode() || namesAll(names)) {
            return other.names(key, "");
        }
        for (JsonNode name : names) {
            boolean keeps = key.equals(UPDATES) && KEEPING.contains(name.asText(""));
            if (!keeps && !other.names(key, name.asText(""))) {
                return false;
            }
        }
        return true;
    }

    /** The sources, managers, kinds of updates and of dependencies that it is limited to, quoted. */
    Set<String> limits() {
        Set<String> limits = new LinkedHashSet<>();
        for (String key : List.of(SOURCES, MANAGERS, UPDATES, "matchDepTypes")) {
            if (!namesAll(list(key))) {
                list(key).forEach(name -> limits.add("'" + name.asText() + "'"));
            }
        }
        return limits;
    }

    /** Whether a list is not there, names all, or that one. */
    private boolean names(String key, String wanted) {
        JsonNode list = list(key);
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

    /** What it has under a key, or under the name that Renovate had for it before and still reads. */
    private JsonNode list(String key) {
        return config.has(key) ? config.path(key) : config.path(COARSE.getOrDefault(key, key));
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
