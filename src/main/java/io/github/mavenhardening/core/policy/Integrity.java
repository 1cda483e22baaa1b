package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo.Silence;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Severity;
import java.util.Optional;

/**
 * The rule of the checks of integrity, the same for every layer of settings: a setting that would let a build pass whose bytes
 * are not those that were vouched for is refused, not obeyed and not passed over.
 */
public final class Integrity {

    private Integrity() {}

    static boolean isAtStake(Check check) {
        return check.info().silence() != Silence.FREELY;
    }

    /** Why a setting must not switch the check on or off; empty when it may. */
    public static Optional<String> refusal(Check check, boolean enabled) {
        return enabled || !isAtStake(check)
                ? Optional.empty()
                : Optional.of("Cannot be switched off; " + wayOut(check));
    }

    /** Why a setting must not switch a family off: one that has a check of integrity is not. Empty when it may. */
    public static Optional<String> refusal(Family family, Checks checks) {
        for (Check check : checks.all()) {
            if (check.family() == family && isAtStake(check)) {
                return Optional.of("Cannot be switched off, as " + check.info().id()
                        + " is among its checks; switch single checks off");
            }
        }
        return Optional.empty();
    }

    /** Why a setting must not give the check's findings that severity; empty when it may. */
    public static Optional<String> refusal(Check check, Severity severity) {
        return severity.atLeast(check.info().severity()) || !isAtStake(check)
                ? Optional.empty()
                : Optional.of(
                        "Cannot be less severe than " + check.info().severity().label() + "; " + wayOut(check));
    }

    /** Why a finding of the check must not be taken back by a comment or by {@code zizmor.yml}. */
    static String refusal(Check check) {
        return "Cannot be ignored; " + wayOut(check);
    }

    /** Whether findings of the check can be known beforehand, so that they do not fail the build. */
    static boolean canBeKnown(Check check) {
        return !isAtStake(check) && check.info().baselined();
    }

    /** What a team does about a finding of the check instead. */
    public static String wayOut(Check check) {
        String id = check.info().id();
        return check.info().silence() == Silence.BY_EXCEPTION
                ? "write an exception for what is accepted into the policy file, with a reason and a date"
                : "'mvn hardening:explain -Dcheck=" + id + "' explains how to accept what is right";
    }
}
