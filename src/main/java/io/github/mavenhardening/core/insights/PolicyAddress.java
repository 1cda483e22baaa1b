package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a Security Insights file says that the security policy is. */
public final class PolicyAddress {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/]{1,253}(/\\S{0,2000})?");

    /** A file of a branch, tag or commit on GitHub: owner and name, and the path. */
    private static final Pattern FILE = Pattern.compile(
            "(?i)https?://(?:(?:www\\.)?github\\.com/([^/\\s]{1,100}/[^/\\s]{1,100})/(?:blob|raw|tree)"
                    + "|raw\\.githubusercontent\\.com/([^/\\s]{1,100}/[^/\\s]{1,100}))"
                    + "/(?:refs/heads/)?[^/\\s]{1,200}/([^?#\\s]{1,1000})(?:[?#]\\S{0,500})?");

    private final Repository repository;
    private final Set<String> own = new HashSet<>();

    private PolicyAddress(Repository repository, SecurityInsights file) {
        this.repository = repository;
        repository.slug().ifPresent(slug -> own.add(key(slug)));
        address(file, "repository", "url");
        address(file, "header", "project-url");
    }

    private void address(SecurityInsights file, String section, String key) {
        Optional<YamlScalar> url = file.mapping(section).flatMap(mapping -> mapping.scalar(key));
        url.flatMap(value -> RepositorySlug.ofRemote(value.value())).ifPresent(slug -> own.add(key(slug)));
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
        Matcher file = FILE.matcher(address);
        if (!file.matches()) {
            return false;
        }
        Optional<RepositorySlug> slug = RepositorySlug.parse(file.group(1) == null ? file.group(2) : file.group(1));
        return slug.isPresent() && own.contains(key(slug.get())) && !repository.isFile(file.group(3));
    }

    private static String key(RepositorySlug slug) {
        return (slug.owner() + "/" + slug.name()).toLowerCase(Locale.ROOT);
    }
}
