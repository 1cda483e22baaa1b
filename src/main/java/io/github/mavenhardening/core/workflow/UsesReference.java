package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code uses:} in its place.
 *
 * @param key the key {@code uses}
 * @param scalar its value
 * @param uses what it names
 */
public record UsesReference(YamlScalar key, YamlScalar scalar, Uses uses) {

    static UsesReference of(YamlScalar key, YamlScalar scalar) {
        return new UsesReference(key, scalar, Uses.parse(scalar.value()));
    }

    /** The reference as written, without blanks around it. */
    public String text() {
        return scalar.value().strip();
    }

    /** The same for both ways to write a path of the repository, {@code ./} and {@code $/}: a name that a fix leaves as it is. */
    public String name() {
        return text().startsWith("$/") ? "." + text().substring(1) : text();
    }

    /** Where it is written, without quotes. */
    public Span span() {
        String text = text();
        int from = scalar.value().indexOf(text);
        return scalar.spanOf(from, from + text.length());
    }

    /** The repository's action or workflow, where it names one. */
    public Optional<Uses.Repository> repository() {
        return uses instanceof Uses.Repository repository ? Optional.of(repository) : Optional.empty();
    }

    /** The commit that it names, in lower case; empty where it names none. */
    public Optional<String> commit() {
        return repository()
                .flatMap(Uses.Repository::ref)
                .filter(GitRef::isCommit)
                .map(ref -> ref.name().toLowerCase(Locale.ROOT));
    }
}
