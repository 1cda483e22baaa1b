package io.github.mavenhardening.core.run;

import java.util.List;
import java.util.Optional;

/**
 * What a job can reach: the secrets that it reads and what it publishes, and the rule that stands before each.
 *
 * @param workflow the path of its workflow
 * @param job its key among the jobs
 * @param events what starts it, those of workflows that call its own included, those left out that conditions exclude, sorted
 * @param environment its deployment environment as written; an expression where one names it
 * @param rule what must hold before it runs at all: the environment's rules
 * @param publishes what publishes in it, in the order of its steps: {@code mvn deploy}
 * @param secrets the secrets that it reads, in the order of the text
 */
public record JobAccess(
        String workflow,
        String job,
        List<String> events,
        Optional<String> environment,
        Rule rule,
        List<String> publishes,
        List<Secret> secrets) {

    public JobAccess {
        events = List.copyOf(events);
        publishes = List.copyOf(publishes);
        secrets = List.copyOf(secrets);
    }

    /**
     * A secret.
     *
     * @param name its name in upper case; {@code *} where an expression makes it, so that it may be any
     * @param owner whose it is, as far as it is known
     * @param rule what must hold before a run gets it
     */
    public record Secret(String name, Owner owner, Rule rule) {}

    /** Who has a secret. */
    public enum Owner {
        ENVIRONMENT("the environment"),
        REPOSITORY("the repository"),
        ORGANISATION("the organisation"),
        /** Nobody: it is empty. */
        NOBODY("nobody"),
        /** No file has it, and no snapshot. */
        UNKNOWN("unknown");

        private final String words;

        Owner(String words) {
            this.words = words;
        }

        /** As it is shown to people. */
        public String words() {
            return words;
        }
    }

    /** Whether something guards. */
    public enum Guard {
        /** A person, a rule of an app, or a restriction to some branches and tags. */
        GUARDED,
        /** Nothing. */
        OPEN,
        /** No file tells, and no snapshot. */
        UNKNOWN
    }

    /**
     * A rule.
     *
     * @param text which one, or why there is none that is known
     */
    public record Rule(Guard guard, String text) {}
}
