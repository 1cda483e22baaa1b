package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.insights.WebAddress;
import io.github.mavenhardening.core.posture.CodeownersReader;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.Optional;

/**
 * The profile of a project, as far as it is known without asking anybody.
 *
 * @param name the repository's; its folder's where it has no remote
 * @param url the page of the repository; empty when no remote, CI service or POM tells
 * @param isOnGitHub whether that is a page of GitHub's
 * @param isOnGitLab whether GitLab builds it
 * @param facts what the POM says
 */
record ProjectProfile(
        String name, Optional<String> url, boolean isOnGitHub, boolean isOnGitLab, Optional<ProjectFacts> facts) {

    static ProjectProfile of(Repository repository, String folder, Optional<ProjectFacts> facts) {
        Optional<String> host = repository
                .git()
                .originUrl()
                .flatMap(WebAddress::of)
                .or(() -> facts.flatMap(ProjectFacts::scm).flatMap(WebAddress::of))
                .map(WebAddress::host);
        Optional<RepositorySlug> slug = repository.slug();
        return new ProjectProfile(
                slug.map(RepositorySlug::name).orElse(folder),
                host.flatMap(it -> slug.map(own -> "https://" + it + "/" + own)),
                host.filter("github.com"::equals).isPresent(),
                CodeownersReader.isOnGitLab(repository)
                        || host.filter("gitlab.com"::equals).isPresent(),
                facts);
    }

    /** The page of a file on the default branch; empty when the forge's form of it is not known. */
    Optional<String> page(String file) {
        return url.map(it -> it + (isOnGitLab ? "/-/blob/HEAD/" : "/blob/HEAD/") + file)
                .filter(it -> isOnGitHub || isOnGitLab);
    }

    /** The bare text of a file on the default branch; empty when the forge's form of it is not known. */
    Optional<String> raw(String file) {
        Optional<String> own = isOnGitHub
                ? url.map(it -> it.replace("https://github.com/", "https://raw.githubusercontent.com/") + "/HEAD/")
                : url.filter(it -> isOnGitLab).map(it -> it + "/-/raw/HEAD/");
        return own.map(it -> it + file);
    }
}
