package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.Optional;

/**
 * What a Security Insights file names of looks at the project's security: a threat model, a self-assessment, an audit. Since a
 * 2.x cannot do without a comment on the self-assessment, and "not done yet" is one, only what can be looked up counts: a
 * link or a date.
 */
public final class NamedAssessments {

    private NamedAssessments() {}

    /**
     * Where one should be named; empty where one is, and where the file has no place for it: a 2.x has it in its
     * {@code repository}, which the file of a whole project leaves to those of its repositories.
     */
    public static Optional<Span> missingFrom(SecurityInsights file) {
        return switch (file.version().major().orElse(0)) {
            case 1 -> missingFromOne(file);
            case 2 -> missingFromTwo(file);
            default -> Optional.empty();
        };
    }

    private static Optional<Span> missingFromOne(SecurityInsights file) {
        YamlMapping root = file.root();
        Optional<YamlMapping> artifacts = root.mapping("security-artifacts");
        boolean named = hasItems(root, "security-assessments")
                || (artifacts.isPresent()
                        && (isMade(artifacts.get(), "threat-model") || isMade(artifacts.get(), "self-assessment")));
        return named ? Optional.empty() : keyOf(root, "security-artifacts", SecurityInsights.HEADER);
    }

    private static boolean isMade(YamlMapping artifacts, String name) {
        Optional<YamlMapping> artifact = artifacts.mapping(name);
        Optional<YamlScalar> made = artifact.isPresent() ? artifact.get().scalar(name + "-created") : Optional.empty();
        return made.isPresent() && made.get().asBoolean().orElse(false);
    }

    private static Optional<Span> missingFromTwo(SecurityInsights file) {
        Optional<YamlMapping> repository = file.mapping("repository");
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        Optional<YamlMapping> security = repository.get().mapping("security");
        Optional<YamlMapping> assessments =
                security.isPresent() ? security.get().mapping("assessments") : Optional.empty();
        if (assessments.isPresent()) {
            boolean named = hasItems(assessments.get(), "third-party")
                    || canBeLookedUp(assessments.get().mapping("self"));
            return named
                    ? Optional.empty()
                    : keyOf(assessments.get(), "self").or(() -> keyOf(security.get(), "assessments"));
        }
        return keyOf(file.root(), "repository");
    }

    private static boolean canBeLookedUp(Optional<YamlMapping> assessment) {
        return assessment.isPresent()
                && (!text(assessment.get(), "evidence").isBlank()
                        || !text(assessment.get(), "date").isBlank()
                        || text(assessment.get(), "comment").contains("https://"));
    }

    private static String text(YamlMapping mapping, String key) {
        Optional<YamlScalar> scalar = mapping.scalar(key);
        return scalar.isPresent() && !scalar.get().isNull() ? scalar.get().value() : "";
    }

    private static boolean hasItems(YamlMapping mapping, String key) {
        Optional<YamlSequence> items = mapping.sequence(key);
        return items.isPresent() && !items.get().items().isEmpty();
    }

    /** The place of the first of these keys that there is. */
    private static Optional<Span> keyOf(YamlMapping mapping, String... keys) {
        for (String key : keys) {
            Optional<YamlMapping.Entry> entry = mapping.entry(key);
            if (entry.isPresent()) {
                return Optional.of(entry.get().key().span());
            }
        }
        return Optional.empty();
    }
}
