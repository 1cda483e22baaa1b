package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.run.IgnoreComment;

/**
 * The suppression of a finding: why it does not count.
 *
 * @param kind where the suppression stands, SARIF's {@code suppression.kind}
 * @param place {@code path:line} of the suppression
 * @param reason the reason given; may be empty
 */
public record Suppression(Kind kind, String place, String reason) {

    /** SARIF 2.1.0 §3.35.2. */
    public enum Kind {
        IN_SOURCE("inSource"),
        EXTERNAL("external");

        private final String sarif;

        Kind(String sarif) {
            this.sarif = sarif;
        }

        /** SARIF's word for it. */
        public String sarif() {
            return sarif;
        }
    }

    static Suppression of(Exemption exemption) {
        return new Suppression(
                Kind.EXTERNAL,
                exemption.place().path() + ":" + exemption.place().line(),
                "");
    }

    static Suppression of(ExceptionRule rule) {
        return new Suppression(Kind.EXTERNAL, rule.where(), rule.reason());
    }

    static Suppression of(IgnoreComment comment) {
        return new Suppression(Kind.IN_SOURCE, comment.path() + ":" + comment.line(), comment.reason());
    }
}
