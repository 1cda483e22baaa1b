package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.source.FileAddress;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a Security Insights file says that the security policy is. */
public final class PolicyAddress {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/]{1,253}(/\\S{0,2000})?");

    private final Repository repository;
    private final List<RepositorySlug> own = new ArrayList<>();

    private PolicyAddress(Repository repository, SecurityInsights file) {
        this.repository = repository;
        repository.slug().ifPresent(own::add);
        address(file, "repository", "url");
        address(file, "header", "project-url");
    }

    private void address(SecurityInsights file, String section, String key) {
        Optional<YamlScalar> url = file.mapping(section).flatMap(mapping -> mapping.scalar(key));
        url.flatMap(value -> RepositorySlug.ofRemote(value.value())).ifPresent(own::add);
    }

    /** Whether the file that counts has the web address of a security policy; one of a file that this repository lacks is none. */
    public static boolean isNamed(InsightsFiles files, Repository repository) {
        Optional<SecurityInsights> file = files.chosen().flatMap(InsightsFile::content);
        if (file.isEmpty()) {
            return false;
        }
        PolicyAddress address = new PolicyAddress(repository, file.get());
        return address.isNamed(file.get().mapping("project", "vulnerability-reporting"))
                || address.isNamed(file.get().mapping("repository", "documentation"))
                || address.isNamed(file.get().mapping("vulnerability-reporting"));
    }

    private boolean isNamed(Optional<YamlMapping> section) {
        return section.isPresent()
                && (isPolicy(section.get().scalar("policy"))
                        || isPolicy(section.get().scalar("security-policy")));
    }

    private boolean isPolicy(Optional<YamlScalar> value) {
        String text = value.isPresent() ? value.get().value().strip() : "";
        return ADDRESS.matcher(text).matches() && !isMissing(text);
    }

    /** Whether it is the address of a file of this very repository that is not there. */
    private boolean isMissing(String address) {
        Optional<FileAddress> file = FileAddress.of(address);
        if (file.isPresent()) {
            for (RepositorySlug slug : own) {
                if (file.get().isOf(slug)) {
                    return !repository.isFile(file.get().path());
                }
            }
        }
        return false;
    }
}
