package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.ForeignRepository;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.RepositoryDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Maven also asks the repositories that the POMs of dependencies name. An artifact that came from one of those came from
 * a place that nobody here chose. With an allow-list, naming such a repository is a finding already.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "undeclared-repository",
        title = "A repository is used that this build does not declare",
        severity = Severity.HIGH,
        options = UndeclaredRepository.Allowed.class,
        sources = {
            "https://maven.apache.org/guides/mini/guide-multiple-repositories.html",
            "https://maven.apache.org/enforcer/enforcer-rules/bannedRepositories.html"
        })
public final class UndeclaredRepository implements DependencyCheck {

    record Allowed(
            @Option(
                    value = "Addresses of repositories that may be used, each with all that lies below it",
                    example = "[https://repo.example.org/maven]")
            Optional<List<String>> allow) {}

    @Override
    public void check(LockedBuild build, CheckContext context) {
        BuildDescription description = build.description();
        Set<String> chosen = description.facts().repositoryIds();
        if (isAnyStrange(description.foreign(), chosen)) {
            for (UsedArtifact use : build.inventory().artifacts().values()) {
                look(use, description, context);
            }
        }
        Optional<List<String>> allowed = context.options(Allowed.class).allow();
        if (allowed.isPresent()) {
            compare(description, allowed.get(), context);
        }
    }

    private static boolean isAnyStrange(List<ForeignRepository> foreign, Set<String> chosen) {
        for (ForeignRepository repository : foreign) {
            if (repository.releases() && !chosen.contains(repository.id())) {
                return true;
            }
        }
        return false;
    }

    private void look(UsedArtifact use, BuildDescription description, CheckContext context) {
        List<String> origins = description.origins().of(use);
        if (origins.isEmpty() || isAnyChosen(origins, description.facts().repositoryIds())) {
            return;
        }
        String origin = origins.get(0);
        String named = description.foreign().stream()
                .filter(foreign -> foreign.id().equals(origin))
                .findFirst()
                .map(foreign ->
                        ", but the POM of " + foreign.declaredBy() + " (" + Addresses.shown(foreign.url()) + ")")
                .orElse("");
        Optional<UsedArtifact> known = Optional.of(use);
        context.report(at(Location.ofRepository())
                .message(ArtifactText.name(known, use.path()) + " came from the repository '" + origin
                        + "', which this build does not declare" + named + "; used by " + ArtifactText.usedBy(known))
                .remedy(
                        "Declare the repository in the POM if it is meant to be used; else exclude the dependency, or delete the file"
                                + " and build with a mirror of all repositories")
                .subject(use.path())
                .artifact(ArtifactText.reference(known, use.path())));
    }

    private static boolean isAnyChosen(List<String> ids, Set<String> chosen) {
        for (String id : ids) {
            if (isChosen(id, chosen)) {
                return true;
            }
        }
        return false;
    }

    /** By its id; a file that was installed here, which has the empty id, came from nowhere else. */
    private static boolean isChosen(String id, Set<String> chosen) {
        return id.isEmpty() || chosen.contains(id) || chosen.contains(Origins.idOf(id));
    }

    private void compare(BuildDescription description, List<String> allowed, CheckContext context) {
        description.files().repositories().stream()
                .filter(RepositoryDeclaration::download)
                .filter(repository -> !isAllowed(repository.url(), allowed))
                .forEach(repository -> context.report(at(repository.location())
                        .message("The repository '" + repository.id() + "' (" + Addresses.shown(repository.url())
                                + ") is not on the allow-list")
                        .remedy("Remove it, or add its address to checks.undeclared-repository.allow")
                        .subject(repository.id() + ' ' + repository.url())));
        SortedMap<String, ForeignRepository> byUrl = new TreeMap<>();
        description.foreign().forEach(foreign -> byUrl.putIfAbsent(foreign.url(), foreign));
        byUrl.values().stream()
                .filter(foreign -> !isAllowed(foreign.url(), allowed))
                .forEach(foreign -> context.report(at(Location.ofRepository())
                        .severity(Severity.LOW)
                        .message("The POM of " + foreign.declaredBy() + " names the repository '" + foreign.id() + "' ("
                                + Addresses.shown(foreign.url()) + "), which is not on the allow-list")
                        .remedy(
                                "Add its address to checks.undeclared-repository.allow, or keep Maven from asking it with"
                                        + " a mirror of all repositories")
                        .subject(foreign.id() + ' ' + foreign.url())));
    }

    /** An address is allowed with all that lies below it; one that merely begins alike is not. */
    private static boolean isAllowed(String url, List<String> allowed) {
        String address = url.endsWith("/") ? url : url + "/";
        return allowed.stream().anyMatch(entry -> address.startsWith(entry.endsWith("/") ? entry : entry + "/"));
    }
}
