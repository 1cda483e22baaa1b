package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo.Silence;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.PathPattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Findings that a team accepts: one entry of the policy file's {@code exceptions}. One for a check of integrity says what it
 * is about and when it ends, so that it covers what was looked at and nothing that comes later.
 *
 * @param place where it stands
 * @param check the check whose findings are meant
 * @param path the files that are meant; empty for any place, and for the repository as a whole
 * @param coordinates the artifacts that are meant, {@code groupId:artifactId} or {@code groupId:artifactId:version}; empty
 *     for any, and for what is about none. This and the next three are patterns, see {@link NamePattern}
 * @param job the jobs that are meant; empty for any
 * @param step the steps that are meant, by {@code id} or {@code name}; empty for any
 * @param uses the actions and workflows that are meant, as {@code uses} names them, with their ref or without; empty for any
 * @param about words that the finding's message holds; empty for any
 * @param reason why they are accepted
 * @param expires the last day on which they are; empty for always
 */
public record ExceptionRule(
        Location place,

        @Option("The id of the check whose findings are meant")
        Check check,

        @Option(
                value = "The files that are meant, a pattern as `.gitignore` has them",
                matches = "\\S",
                must = "say something")
        Optional<PathPattern> path,

        @Option(
                value =
                        "The artifacts that are meant, `groupId:artifactId` or `groupId:artifactId:version`, where `*` stands"
                                + " for any characters; for a check of dependencies",
                matches = "^[^:\\s]+:[^:\\s]+(:[^:\\s]+)?$",
                must = "be groupId:artifactId or groupId:artifactId:version, where * stands for any characters")
        Optional<NamePattern> coordinates,

        @Option(
                value =
                        "The jobs that are meant, by their keys under `jobs`, where `*` stands for any characters; this, `step`"
                                + " and `uses` are for checks of workflows",
                matches = "\\S",
                must = "say something")
        Optional<NamePattern> job,

        @Option(
                value = "The steps that are meant, by their `id` or `name`, where `*` stands for any characters",
                matches = "\\S",
                must = "say something")
        Optional<NamePattern> step,

        @Option(
                value =
                        "The actions and workflows that are meant, as `uses` names them, where `*` stands for any characters;"
                                + " without `@` at any ref",
                matches = "\\S",
                must = "say something")
        Optional<NamePattern> uses,

        @Option(
                value = "Words that the finding's message holds; a check of integrity needs them",
                matches = "\\S",
                must = "say something")
        Optional<String> about,

        @Option(value = "Why the findings are accepted", matches = "\\S", must = "say why")
        String reason,

        @Option("The last day on which they are accepted; a check of integrity needs it")
        Optional<LastDay> expires) {

    public ExceptionRule {
        Silence silence = check.info().silence();
        if (silence == Silence.NEVER) {
            throw new IllegalArgumentException(
                    "Takes back no finding of " + check.info().id() + "; " + Integrity.wayOut(check));
        }
        if (silence == Silence.BY_EXCEPTION && (about.isEmpty() || expires.isEmpty())) {
            throw new IllegalArgumentException(
                    "Needs '" + (about.isEmpty() ? "about" : "expires") + "' for a check of integrity");
        }
        // No finding of the check would ever have that: it would look like an exception, and be none.
        refuse(coordinates, "coordinates", Family.DEPENDENCIES, check);
        refuse(job, "job", Family.WORKFLOWS, check);
        refuse(step, "step", Family.WORKFLOWS, check);
        refuse(uses, "uses", Family.WORKFLOWS, check);
    }

    private static void refuse(Optional<NamePattern> given, String key, Family family, Check check) {
        if (given.isPresent()) {
            refuse(key, family, check);
        }
    }

    /**
     * Refuses a key with a check of another family than the one whose findings have it.
     *
     * @throws IllegalArgumentException the refusal
     */
    static void refuse(String key, Family family, Check check) {
        if (check.family() != family) {
            String instead = key.equals("coordinates") && check.family() == Family.WORKFLOWS
                    ? "; an action is named by 'uses'"
                    : "";
            throw new IllegalArgumentException("Must not have '" + key + "', which findings of the family "
                    + family.label() + " have: " + check.info().id() + " is of "
                    + check.family().label() + instead);
        }
    }

    boolean covers(Finding finding) {
        return check.info().id().equals(finding.checkId())
                && (path.isEmpty() || path.get().matches(finding.primary().path()))
                && covers(finding.element())
                && (about.isEmpty() || finding.message().contains(about.get()));
    }

    private boolean covers(Element element) {
        return fits(coordinates, element.coordinates(), NamePattern::matchesArtifact)
                && fits(job, element.job(), NamePattern::matches)
                && (fits(step, element.step(), NamePattern::matches)
                        || fits(step, element.stepName(), NamePattern::matches))
                && fits(uses, element.uses(), (pattern, text) -> pattern.matchesWithOrWithout('@', text));
    }

    private static boolean fits(
            Optional<NamePattern> pattern, Optional<String> name, BiPredicate<NamePattern, String> match) {
        return pattern.isEmpty() || (name.isPresent() && match.test(pattern.get(), name.get()));
    }

    boolean isExpired(LocalDate today) {
        return expires.isPresent() && expires.get().isOver(today);
    }

    /** {@code path:line}. */
    String where() {
        return place.path() + ":" + place.line();
    }
}
