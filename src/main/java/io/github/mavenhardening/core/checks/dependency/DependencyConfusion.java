package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.dependency.ArtifactPattern;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.LockedVersions;
import io.github.mavenhardening.core.dependency.LockedVersions.LockedVersionFile;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company's own artifact that came from somewhere else: whoever publishes its coordinates in a public repository that Maven
 * asks as well can have a build take theirs.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "dependency-confusion",
        title = "An artifact came from another repository than its group's",
        severity = Severity.HIGH,
        options = DependencyConfusion.Routes.class,
        sources = {
            "https://medium.com/@alex.birsan/dependency-confusion-4a5d60fec610",
            "https://maven.apache.org/resolver/remote-repository-filtering.html"
        })
public final class DependencyConfusion implements DependencyCheck {

    record Routes(
            @Option(
                    value =
                            "The ids of repositories, separated by commas, by `groupId` or `groupId:artifactId`, in which `*` stands"
                                    + " for anything. The longest line that fits an artifact decides",
                    matches = "[^,\\s]",
                    must = "name a repository's id",
                    example = "{\"com.example.*\": company-releases}")
            Map<String, String> repositories) {}

    /** A line of the map: the ids that artifacts of a pattern may come from. */
    private record Rule(ArtifactPattern pattern, String text, List<String> ids) {}

    @Override
    public void check(LockedBuild build, CheckContext context) {
        List<Rule> rules = rules(context.options(Routes.class));
        if (rules.isEmpty()) {
            return;
        }
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, List<LockedVersionFile>> version :
                LockedVersions.of(build).entrySet()) {
            Optional<Rule> rule = ruleOf(version.getValue().get(0), rules);
            if (rule.isPresent()) {
                look(build, version.getKey(), version.getValue(), rule.get(), unknown, context);
            }
        }
        if (!unknown.isEmpty()) {
            String some = unknown.get(0) + (unknown.size() == 1 ? "" : " and " + (unknown.size() - 1) + " more");
            context.report(at(Location.ofFile(Lock.LOCATION))
                    .severity(Severity.INFO)
                    .message(
                            "It is not known from which repository these files came, so it could not be compared with their group's"
                                    + " repository: " + some)
                    .remedy("Run 'mvn hardening:lock' on a machine that downloaded them")
                    .subject("unknown"));
        }
    }

    private void look(
            LockedBuild build,
            String version,
            List<LockedVersionFile> files,
            Rule rule,
            List<String> unknown,
            CheckContext context) {
        boolean known = false;
        for (LockedVersionFile file : files) {
            List<String> origins = originsOf(file.entry().path(), build);
            known |= !origins.isEmpty();
            if (!origins.isEmpty() && !isAnyAllowed(origins, rule)) {
                context.report(stray(version, file, origins.get(0), rule));
                return;
            }
        }
        if (!known) {
            unknown.add(version);
        }
    }

    private static List<Rule> rules(Routes routes) {
        List<Rule> rules = new ArrayList<>();
        routes.repositories().forEach((pattern, repositories) -> {
            List<String> ids = new ArrayList<>();
            for (String id : repositories.split(",", -1)) {
                if (!id.isBlank()) {
                    ids.add(id.strip());
                }
            }
            rules.add(new Rule(ArtifactPattern.of(pattern), pattern, ids));
        });
        return rules;
    }

    private static Optional<Rule> ruleOf(LockedVersionFile file, List<Rule> rules) {
        Rule best = null;
        for (Rule rule : rules) {
            boolean longer =
                    best == null || rule.pattern().length() > best.pattern().length();
            if (longer && rule.pattern().matches(file.coordinates())) {
                best = rule;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Where it came from when it was locked; where nobody noted that, where it came from on this machine. */
    private static List<String> originsOf(String path, LockedBuild build) {
        Optional<FileMetadata> metadata = build.metadata().known().of(path);
        if (metadata.isPresent() && metadata.get().origin().isPresent()) {
            return List.of(metadata.get().origin().get());
        }
        Optional<UsedArtifact> use = build.use(path);
        List<String> here = new ArrayList<>();
        if (use.isPresent()) {
            for (String id : build.description().origins().of(use.get())) {
                if (!id.isEmpty()) {
                    here.add(Origins.idOf(id));
                }
            }
        }
        return here;
    }

    private static boolean isAnyAllowed(List<String> origins, Rule rule) {
        for (String origin : origins) {
            if (rule.ids().contains(origin)) {
                return true;
            }
        }
        return false;
    }

    private Finding.Builder stray(String version, LockedVersionFile file, String origin, Rule rule) {
        return at(LockedBuild.locationOf(file.entry()))
                .message(version + " came from the repository '" + origin + "', but artifacts of " + rule.text()
                        + " must come from " + String.join(" or ", rule.ids()))
                .remedy(
                        "Find out who published it there. Remove the file, let a repository manager route the group, or write"
                                + " filters with 'mvn hardening:lock -Dhardening.repositoryFilters'")
                .subject(version)
                .artifact(new ArtifactRef(
                        file.entry().path(), Optional.of(file.coordinates().toString())));
    }
}
