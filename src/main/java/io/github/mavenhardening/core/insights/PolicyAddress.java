package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;

/** Where a Security Insights file says that the security policy is. */
public final class PolicyAddress {

    private PolicyAddress() {}

    /** Whether the file that counts has the web address of a security policy. */
    public static boolean isNamed(InsightsFiles files) {
        Optional<SecurityInsights> file = files.chosen().flatMap(InsightsFile::content);
        return file.isPresent()
                && (isNamed(file.get().mapping("project", "vulnerability-reporting"))
                        || isNamed(file.get().mapping("repository", "documentation"))
                        || isNamed(file.get().mapping("vulnerability-reporting")));
    }

    private static boolean isNamed(Optional<YamlMapping> section) {
        return section.isPresent()
                && (isAddress(section.get().scalar("policy"))
                        || isAddress(section.get().scalar("security-policy")));
    }

    private static boolean isAddress(Optional<YamlScalar> value) {
        String text = value.isPresent() ? value.get().value().strip().toLowerCase(Locale.ROOT) : "";
        return text.matches("https?://[^\\s/]{1,253}(/\\S{0,2000})?");
    }
}
