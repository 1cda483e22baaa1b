package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Renovate's {@code minimumReleaseAge}, and where it lets releases through that have not aged.
 *
 * @see <a href="https://docs.renovatebot.com/configuration-options/#minimumreleaseage">Renovate: minimumReleaseAge</a>
 */
final class RenovateCooldown {

    private static final String AGE = "minimumReleaseAge";
    private static final Pattern TIME =
            Pattern.compile("(?<![0-9])[0-9]{0,9}[1-9][0-9]{0,9}(?:\\.[0-9]{1,9})?\\s{0,9}[a-zA-Z]");

    /** Objects whose settings go over those at the top. */
    private static final List<String> PARTS =
            List.of("major", "minor", "patch", "pin", "digest", "maven", "maven-wrapper", "github-actions");

    /** What makes a rule speak of some packages alone. */
    private static final List<String> NARROWING = List.of(
            "matchPackageNames",
            "matchPackagePatterns",
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

    private RenovateCooldown() {}

    /**
     * The gaps of one configuration.
     *
     * @param place the file
     * @param mayInherit whether it goes over a preset that may set an age
     */
    static List<CooldownGap> gaps(Location place, JsonNode root, boolean mayInherit) {
        List<CooldownGap> gaps = new ArrayList<>();
        if (root.has(AGE) ? !isAge(root.path(AGE)) : !mayInherit) {
            gaps.add(new CooldownGap(
                    place,
                    "renovate",
                    root.has(AGE) ? "its " + AGE + " is not a duration" : "it has no " + AGE + " for all updates"));
            return gaps;
        }
        for (String part : PARTS) {
            if (takesBack(root.path(part))) {
                gaps.add(new CooldownGap(
                        place, "renovate:" + part, "the " + AGE + " under " + part + " is not a duration"));
            }
        }
        for (JsonNode rule : root.path("packageRules")) {
            if (takesBack(rule) && !isNarrow(rule)) {
                gaps.add(new CooldownGap(
                        place, "renovate:rules", "a rule for every package has a " + AGE + " that is not a duration"));
                break;
            }
        }
        return gaps;
    }

    private static boolean takesBack(JsonNode config) {
        return config.has(AGE) && !isAge(config.path(AGE));
    }

    private static boolean isAge(JsonNode age) {
        return age.isTextual() && TIME.matcher(age.textValue()).find();
    }

    private static boolean isNarrow(JsonNode rule) {
        for (String key : NARROWING) {
            if (rule.has(key) && !namesAll(rule.path(key))) {
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
