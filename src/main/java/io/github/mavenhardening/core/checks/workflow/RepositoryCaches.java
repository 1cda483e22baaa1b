package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Step;
import java.util.regex.Pattern;

/** Caches of what Maven and Gradle have downloaded. */
final class RepositoryCaches {

    private static final Pattern REPOSITORY = Pattern.compile("\\.m2(?!/settings)|\\.gradle|maven\\.repo\\.local");

    private RepositoryCaches() {}

    /** Whether a step restores what Maven or Gradle have downloaded. */
    static boolean readBy(Step step) {
        boolean own = step.usesAction("actions/cache") || step.usesAction("actions/cache/restore");
        boolean path = own
                && step.uses()
                        .flatMap(action -> action.with().text("path"))
                        .filter(text -> REPOSITORY.matcher(text).find())
                        .isPresent();
        boolean setup = step.usesAction("actions/setup-java") || step.usesAction("graalvm/setup-graalvm");
        boolean gradle = step.usesAction("gradle/actions/setup-gradle");
        return ((path || setup || gradle) && ActionTerms.CACHING.mayHold(step)) || runsGradle(step);
    }

    /** Whether it is an action that restores caches of Gradle and runs it, too. */
    private static boolean runsGradle(Step step) {
        boolean disabled = step.input("cache-disabled")
                .filter(input -> input.value().strip().equals("true"))
                .isPresent();
        return step.usesAction("burrunan/gradle-cache-action")
                || (step.usesAction("gradle/gradle-build-action") && !disabled);
    }
}
