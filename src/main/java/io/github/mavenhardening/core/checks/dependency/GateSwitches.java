package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.launch.CheckoutPath;
import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters of this plugin that weaken its verification. Stricter values than the defaults are nobody's concern; neither are
 * those that say what holds anyway.
 */
final class GateSwitches {

    private static final Set<String> OF_THE_LOCK = Set.of(
            "artifact-mismatch",
            "missing-lock",
            "unlocked-artifact",
            "unreadable-lock",
            "unverifiable-artifact",
            "verification-bypass");

    private static final List<String> POLICIES = List.of(".mvn/hardening.yml", ".github/hardening.yml");

    /** A change compared with one of these is none. */
    private static final Pattern THE_CHANGE_ITSELF = Pattern.compile("(?:HEAD|@)(?:[~^].*)?|[0-9a-fA-F]{40,64}");

    private final Repository repository;

    GateSwitches(Repository repository) {
        this.repository = repository;
    }

    /**
     * What a parameter weakens.
     *
     * @param parameter its name, without the prefix of its property
     * @param given its value; a list's items separated by commas
     * @param folder where it is set, relative to the root of the checkout
     */
    Optional<Effect> of(String parameter, String given, String folder) {
        String value = given.strip();
        return switch (parameter) {
            case "skip" -> Switches.where(Switches.isOn(value), "switches this plugin off");
            case "failOnViolation" ->
                Switches.where(Switches.isTakenForOff(value), "lets the build pass whatever this plugin finds");
            case "failOn" -> ofFailOn(value);
            case "maximum" -> overPolicy("maximum", value);
            case "persona" -> overPolicy("persona", value);
            case "severities" -> ofSeverities(value);
            case "disable" -> ofDisable(value);
            case "root" ->
                Switches.where(
                        !CheckoutPath.of(folder, value).equals(Optional.of("")),
                        "makes the checks look at another directory than the checkout's root");
            case "policyFile" ->
                Switches.where(isOtherPolicy(value), "uses another policy file than the repository's own");
            case "base", "since" ->
                Switches.where(THE_CHANGE_ITSELF.matcher(value).matches(), "compares a change with itself");
            case "accept" ->
                Switches.where(
                        !value.isEmpty(),
                        "lets hardening:lock accept changed bytes of locked files without confirmation");
            case "acceptSigner" ->
                Switches.where(
                        !value.isEmpty(), "lets hardening:lock accept files of another signer without confirmation");
            default -> Optional.empty();
        };
    }

    /** A severity, or {@code severity:confidence}. */
    private Optional<Effect> ofFailOn(String value) {
        int colon = value.indexOf(':');
        String level = colon < 0 ? value : value.substring(0, colon).strip();
        if (level.equalsIgnoreCase("never")) {
            return Optional.of(Effect.high("lets the build pass whatever this plugin finds"));
        }
        if (colon >= 0 && value.substring(colon + 1).strip().equalsIgnoreCase("high")) {
            return Optional.of(Effect.high("lets the build pass with findings of medium confidence"));
        }
        Optional<Severity> severity = Severity.ofLabel(level);
        boolean weaker = severity.isPresent() && !Severity.HIGH.atLeast(severity.get());
        return weaker
                ? Optional.of(Effect.high("lets the build pass with findings of severity high"))
                : overPolicy("fail-on", value);
    }

    private static Optional<Effect> ofSeverities(String value) {
        List<String> lowered = new ArrayList<>();
        for (String pair : value.split(",", -1)) {
            int equals = pair.indexOf('=');
            Optional<Severity> given = equals < 0
                    ? Optional.empty()
                    : Severity.ofLabel(pair.substring(equals + 1).strip());
            Optional<Check> check = equals < 0
                    ? Optional.empty()
                    : Known.CHECKS.byId(pair.substring(0, equals).strip());
            if (given.isPresent()
                    && check.isPresent()
                    && !given.get().atLeast(check.get().info().severity())) {
                lowered.add(check.get().info().id());
            }
        }
        return Switches.where(!lowered.isEmpty(), "lowers the severity of " + String.join(", ", lowered));
    }

    /** Those that can fail a build; the others are a matter of taste. */
    private static Optional<Effect> ofDisable(String value) {
        List<String> off = new ArrayList<>();
        for (String item : value.split(",", -1)) {
            Optional<Check> check = Known.CHECKS.byId(item.strip());
            if (check.isPresent()
                    && (OF_THE_LOCK.contains(item.strip())
                            || check.get().info().severity().atLeast(Severity.HIGH))) {
                off.add(item.strip());
            }
        }
        return Switches.where(!off.isEmpty(), "switches off " + String.join(", ", off));
    }

    /** Whether a value is another one than the policy file has, over which it goes. */
    private Optional<Effect> overPolicy(String key, String value) {
        Pattern line = Pattern.compile("(?m)^" + key + "[ \\t]*:[ \\t]*([^#\\r\\n]*)");
        for (String path : POLICIES) {
            if (!repository.isFile(path)) {
                continue;
            }
            try {
                Matcher said = line.matcher(repository.read(path).text());
                boolean other = said.find() && !said.group(1).strip().equalsIgnoreCase(value);
                return other && isWeaker(key, said.group(1).strip(), value)
                        ? Optional.of(Effect.medium("overrides " + key + " in " + path))
                        : Optional.empty();
            } catch (UnreadableFileException e) {
                // Silent: the goal itself stops at a policy that it cannot read.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isWeaker(String key, String said, String value) {
        if (key.equals("persona")) {
            List<String> rising = List.of("regular", "pedantic", "auditor");
            return rising.indexOf(value) < rising.indexOf(said);
        }
        Optional<Severity> before = Severity.ofLabel(said.replaceFirst(":.*", ""));
        Optional<Severity> now = Severity.ofLabel(value.replaceFirst(":.*", ""));
        return !key.equals("fail-on")
                || before.isEmpty()
                || now.isEmpty()
                || !before.get().atLeast(now.get());
    }

    private boolean isOtherPolicy(String value) {
        String path = value.startsWith("./") ? value.substring(2) : value;
        for (String own : POLICIES) {
            if (path.equals(own)) {
                return false;
            }
            if (repository.isFile(own)) {
                return true;
            }
        }
        return !path.isEmpty();
    }

    /** Loaded when a switch names a check, which is rare. */
    private static final class Known {
        private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());
    }
}
