package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataParser;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.RepositoryDeclaration;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.LocalPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the tools of a repository take packages from, as its own files say: lock files, settings, wrappers, build files. A
 * tool's default registry is not assumed: what no file says is not known.
 */
final class PackageSources {

    private static final String MAVEN = "maven";

    private static final Pattern ANY = Pattern.compile("");
    private static final Pattern RESOLVED = Pattern.compile("resolved");

    private static final Pattern GRADLE = Pattern.compile("\\burl\\b|\\buri\\(|\\bmaven\\s{0,4}[({]|\\bserver\\b");
    /** The files that another of Gradle's applies. */
    private static final Pattern APPLIED = Pattern.compile(
            "[\"'](?:\\$\\{?(?:rootDir|projectDir|rootProject\\.projectDir)}?/)?([\\w./-]{1,200}\\.gradle(?:\\.kts)?)[\"']");

    /** What is read of a tool: files, and what a line must have for its addresses to count. */
    private static final Map<String, Map<Pattern, List<String>>> FILES = Map.of(
            MAVEN,
            Map.of(
                    Pattern.compile("^\\w{1,40}Url"),
                    List.of(".mvn/wrapper/maven-wrapper.properties"),
                    RESOLVED,
                    List.of("lockfile.json")),
            "gradle",
            Map.of(
                    Pattern.compile("^distributionUrl"),
                    List.of("gradle/wrapper/gradle-wrapper.properties"),
                    GRADLE,
                    List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")),
            "npm",
            Map.of(
                    RESOLVED,
                    List.of("npm-shrinkwrap.json", "package-lock.json", "yarn.lock"),
                    Pattern.compile("(?i)registry"),
                    List.of(".npmrc", ".yarnrc", ".yarnrc.yml", "bunfig.toml")),
            "pip",
            Map.of(
                    Pattern.compile("\\burl\\b|\\bregistry\\b"),
                            List.of("Pipfile", "Pipfile.lock", "pdm.lock", "poetry.lock", "uv.lock"),
                    Pattern.compile("index-url"), List.of("pip.conf", "requirements.txt")),
            "gem",
            Map.of(
                    Pattern.compile("remote:"), List.of("Gemfile.lock"),
                    Pattern.compile("^\\s{0,9}source\\b"), List.of("Gemfile")),
            "cargo",
            Map.of(ANY, List.of(".cargo/config", ".cargo/config.toml")),
            "composer",
            Map.of(
                    Pattern.compile("\"notification-url\"|/zipball/"),
                    List.of("composer.lock"),
                    Pattern.compile("\"url\""),
                    List.of("composer.json")),
            "nuget",
            Map.of(
                    Pattern.compile("(?i)<add\\b"),
                    List.of("nuget.config", "NuGet.config", "NuGet.Config", ".nuget/NuGet.Config")),
            "go",
            Map.of(Pattern.compile("GOPROXY|GOSUMDB"), List.of("go.env")));

    /** What Gradle's files say where it takes from registries whose addresses it knows by itself. */
    private static final Pattern CENTRAL = Pattern.compile("\\bmavenCentral\\(\\)");

    private static final Pattern PORTAL = Pattern.compile("\\bgradlePluginPortal\\(\\)|^\\s{0,9}plugins\\s{0,4}\\{");

    private final Repository repository;
    private final Map<String, Sources> known = new ConcurrentHashMap<>();

    /**
     * Where packages come from.
     *
     * @param endpoints the machines
     * @param besides what plugins of the build connect to
     * @param isKnown whether files say all of it
     */
    record Sources(List<Endpoint> endpoints, List<String> besides, boolean isKnown) {}

    private PackageSources(Repository repository) {
        this.repository = repository;
    }

    /** Those of a repository. */
    static PackageSources of(Repository repository) {
        return repository.known(PackageSources.class, () -> new PackageSources(repository));
    }

    /** Where that tool takes packages from. */
    Sources of(String tool) {
        Sources sources = known.get(tool);
        if (sources == null) {
            sources = read(tool);
            known.put(tool, sources);
        }
        return sources;
    }

    private Sources read(String tool) {
        List<Endpoint> found = new ArrayList<>();
        List<String> besides = new ArrayList<>();
        boolean more = false;
        if (tool.equals(MAVEN)) {
            addLocked(found);
            addDeclared(found, besides);
        }
        if (tool.equals("go") && repository.isFile("vendor/modules.txt")) {
            return new Sources(List.of(), List.of(), true);
        }
        for (Map.Entry<Pattern, List<String>> files :
                FILES.getOrDefault(tool, Map.of()).entrySet()) {
            Deque<String> left = new ArrayDeque<>(files.getValue());
            Set<String> seen = new HashSet<>();
            while (!left.isEmpty()) {
                String path = left.poll();
                if (seen.add(path) && repository.isFile(path)) {
                    more |= addLines(path, files.getKey(), tool, found, besides, left);
                }
            }
        }
        return new Sources(List.copyOf(found), List.copyOf(besides), !found.isEmpty() && !more);
    }

    /** The origins that the lock's metadata has addresses of. */
    private void addLocked(List<Endpoint> found) {
        if (!repository.isFile(LockMetadata.LOCATION)) {
            return;
        }
        try {
            LockMetadata metadata =
                    MetadataParser.parse(repository.read(LockMetadata.LOCATION).text());
            for (SortedMap<String, String> addresses : metadata.repositories().values()) {
                addresses.values().forEach(address -> add(address, found));
            }
        } catch (UnreadableFileException | LockSyntaxException e) {
            // Silent: the checks of the lock report it, and what it does not tell is asked for as unknown.
            return;
        }
    }

    private void addDeclared(List<Endpoint> found, List<String> besides) {
        BuildFiles files = BuildFilesReader.read(repository, List.of());
        for (RepositoryDeclaration declaration : files.repositories()) {
            add(declaration.url(), found);
        }
        for (Declaration declaration : files.declarations()) {
            if (declaration.kind() == Declaration.Kind.PLUGIN) {
                besides.addAll(KnownEndpoints.of(MAVEN, declaration.artifactId()));
            }
        }
    }

    /** Adds the addresses in the lines of a file; answers whether it names registries without their addresses, too. */
    private boolean addLines(
            String path,
            Pattern counts,
            String tool,
            List<Endpoint> found,
            List<String> besides,
            Deque<String> applied) {
        String text;
        try {
            text = repository.read(path).text();
        } catch (UnreadableFileException e) {
            // Silent: what the file would tell is asked for as unknown.
            return true;
        }
        besides.addAll(KnownEndpoints.of(tool, text));
        boolean more = false;
        boolean gradle = path.endsWith(".gradle") || path.endsWith(".kts");
        for (String line : text.split("\n", -1)) {
            if (counts.matcher(line).find()) {
                add(line, found);
            }
            if (gradle && CENTRAL.matcher(line).find()) {
                Sources central = of(MAVEN);
                found.addAll(central.endpoints());
                more |= !central.isKnown();
            }
            more |= gradle && PORTAL.matcher(line).find();
            Matcher other = APPLIED.matcher(line);
            while (gradle && other.find()) {
                LocalPath.plain(other.group(1)).ifPresent(applied::add);
            }
        }
        return more;
    }

    private static void add(String text, List<Endpoint> found) {
        Matcher address = Endpoint.ADDRESS.matcher(text);
        while (address.find()) {
            Optional<Endpoint> endpoint = Endpoint.of(address);
            if (endpoint.isPresent() && !isKnown(endpoint.get(), found)) {
                found.add(endpoint.get());
            }
        }
    }

    private static boolean isKnown(Endpoint endpoint, List<Endpoint> found) {
        for (Endpoint other : found) {
            if (other.text().equals(endpoint.text())) {
                return true;
            }
        }
        return false;
    }
}
