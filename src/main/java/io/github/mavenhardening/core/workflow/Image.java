package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;

/**
 * A container image as a definition names it.
 *
 * @param role what the image is for
 * @param scalar the value that names it; may hold expressions
 * @param text the image's name within the value, without {@code docker://}
 * @param span where a finding on it stands: the key with its value; in a step the name alone
 */
public record Image(Role role, YamlScalar scalar, String text, Span span) {

    private static final String SCHEME = "docker://";

    /** What an image is for. */
    public enum Role {
        CONTAINER("the job's container"),
        SERVICE("a service"),
        STEP("a step"),
        ACTION("this action");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        /** The role in words: "a service". */
        public String words() {
            return words;
        }
    }

    /** The image that a value names, the finding's place given. */
    static Image of(Role role, YamlScalar scalar, Span span) {
        String text = scalar.value().strip();
        return new Image(role, scalar, text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text, span);
    }

    /** The image that a step's {@code docker://…} names. */
    public static Image ofStep(UsesReference reference) {
        int from = reference.scalar().value().indexOf(SCHEME) + SCHEME.length();
        String text = reference.text().substring(SCHEME.length());
        Span span = reference.scalar().spanOf(from, from + text.length());
        return new Image(Role.STEP, reference.scalar(), text, span);
    }

    /** Whether its name is only known once expressions in it are evaluated. */
    public boolean isExpression() {
        return text.contains("${{");
    }

    /** The reference, where it is not an expression. */
    public ImageReference reference() {
        return ImageReference.parse(text);
    }
}
