package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.Problem;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code cooldown} of one of Dependabot's entries, and the releases it lets through.
 *
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#cooldown-">Dependabot
 *     options reference: cooldown</a>
 */
final class EntryCooldown {

    private static final Pattern DAYS = Pattern.compile("0{0,4}[1-9][0-9]{0,3}");
    private static final Pattern TOO_MANY = Pattern.compile("0{0,4}(?:9[1-9]|[1-9][0-9]{2,9})");
    private static final int NAMES_LIMIT = 150;
    private static final Pattern ALL = Pattern.compile("[*:/]{0,20}\\*[*:/]{0,20}");
    private static final String DEFAULT = "default-days";
    private static final List<String> LEVELS = List.of("semver-major-days", "semver-minor-days", "semver-patch-days");

    /** Where Dependabot tells no levels of an update apart: {@value #DEFAULT} counts alone. */
    private static final Set<String> WITHOUT_LEVELS =
            Set.of("devcontainers", "docker", "docker-compose", "github-actions", "gitsubmodule", "helm", "terraform");

    private final SourceFile file;
    private final DependabotConfig.Update update;
    private final List<CooldownGap> gaps = new ArrayList<>();

    private EntryCooldown(SourceFile file, DependabotConfig.Update update) {
        this.file = file;
        this.update = update;
    }

    static List<CooldownGap> gaps(SourceFile file, DependabotConfig.Update update) {
        EntryCooldown entry = new EntryCooldown(file, update);
        Optional<YamlMapping> cooldown = update.mapping().mapping("cooldown");
        // Without a cooldown Dependabot waits three days by itself, since July 2026.
        if (update.cooldown().isPresent() && cooldown.isPresent()) {
            entry.days(cooldown.get(), update.cooldown().get());
            entry.names(cooldown.get());
        }
        return List.copyOf(entry.gaps);
    }

    /** Why Dependabot refuses the cooldown, and the file with it. */
    static Optional<Problem> defect(SourceFile file, DependabotConfig.Update update) {
        Optional<YamlMapping> cooldown = update.mapping().mapping("cooldown");
        if (cooldown.isEmpty()) {
            return Optional.empty();
        }
        String entry = "the cooldown of the entry for '" + update.ecosystem().text() + "' has ";
        for (String level : LEVELS) {
            Optional<YamlScalar> days = cooldown.get().scalar(level);
            if (days.isPresent() && WITHOUT_LEVELS.contains(update.ecosystem().text())) {
                return Optional.of(new Problem(
                        entry + level + ", which this ecosystem does not take",
                        file.at(days.get().span())));
            }
            if (days.isPresent() && TOO_MANY.matcher(days.get().value().strip()).matches()) {
                return Optional.of(new Problem(
                        entry + level + " above 90", file.at(days.get().span())));
            }
        }
        Optional<YamlScalar> days = cooldown.get().scalar(DEFAULT);
        if (days.isPresent() && TOO_MANY.matcher(days.get().value().strip()).matches()) {
            return Optional.of(new Problem(
                    entry + DEFAULT + " above 90", file.at(days.get().span())));
        }
        for (String key : List.of("include", "exclude")) {
            List<YamlScalar> names = YamlNodes.texts(cooldown.get(), key);
            if (names.size() > NAMES_LIMIT) {
                return Optional.of(new Problem(
                        entry + "more than " + NAMES_LIMIT + " names in " + key,
                        file.at(names.get(NAMES_LIMIT).span())));
            }
        }
        return Optional.empty();
    }

    /** Whether a pattern fits every dependency, of Maven's with a colon. */
    static boolean isAll(String pattern) {
        return ALL.matcher(pattern.strip()).matches();
    }

    private void days(YamlMapping cooldown, DependabotConfig.Cooldown read) {
        boolean byDefault = read.defaultDays().isPresent()
                && DAYS.matcher(read.defaultDays().get().text()).matches();
        if (!WITHOUT_LEVELS.contains(update.ecosystem().text())) {
            for (String level : LEVELS) {
                Optional<YamlScalar> days = cooldown.scalar(level);
                if (days.isPresent()
                        && !DAYS.matcher(days.get().value().strip()).matches()) {
                    gap(
                            level,
                            "its " + level + " is not a positive number of days",
                            days.get().span());
                }
            }
        }
        if (read.defaultDays().isPresent() && !byDefault) {
            gap(
                    "",
                    "its " + DEFAULT + " is not a positive number of days",
                    read.defaultDays().get().span());
        }
    }

    private void names(YamlMapping cooldown) {
        for (YamlScalar name : YamlNodes.texts(cooldown, "exclude")) {
            if (isAll(name.value())) {
                gap("exclude", "its cooldown excludes every dependency", name.span());
                return;
            }
        }
        List<YamlScalar> included = YamlNodes.texts(cooldown, "include");
        for (YamlScalar name : included) {
            if (isAll(name.value())) {
                return;
            }
        }
        if (!included.isEmpty()) {
            gap("include", "its cooldown includes only some", included.get(0).span());
        }
    }

    private void gap(String key, String reason, Span place) {
        String ecosystem = update.ecosystem().text();
        String subject = key.isEmpty() ? ecosystem : ecosystem + ":" + key;
        gaps.add(new CooldownGap(
                file.at(place), subject, reason, "Write 'cooldown' with 'default-days: 7', for every dependency"));
    }
}
