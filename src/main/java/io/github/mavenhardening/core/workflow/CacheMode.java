package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code cache-mode}: the access of a workflow or job to the cache.
 *
 * @param value the text, with the place where it stands
 * @param level what the text means
 * @param span from the key to the end of the value
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#cache-mode">Workflow
 *     syntax: cache-mode</a>
 */
public record CacheMode(YamlScalar value, Level level, Span span) {

    /** How far the access goes. */
    public enum Level {
        NONE(false, false),
        READ(true, false),
        WRITE_ONLY(false, true),
        WRITE(true, true);

        private final boolean restores;
        private final boolean saves;

        Level(boolean restores, boolean saves) {
            this.restores = restores;
            this.saves = saves;
        }

        /** The level of that name; empty when there is none. */
        static Optional<Level> ofLabel(String label) {
            for (Level level : values()) {
                if (level.label().equals(label)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }

        /** Its name in a workflow: {@code write-only}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the job gets what other runs have saved. */
        public boolean restores() {
            return restores;
        }

        /** Whether later runs get what the job saves. */
        public boolean saves() {
            return saves;
        }
    }
}
