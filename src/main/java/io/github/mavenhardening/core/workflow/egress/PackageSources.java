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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** What is read of a tool: files at the root, and what a line must have for its addresses to count. */
    private static final Map<String, List<Named>> FILES = Map.of(
            MAVEN,
            List.of(
                    new Named(
                            Pattern.compile("\\.mvn/wrapper/maven-wrapper\\.properties"), Pattern.compile("^\\w+Url")),
                    new Named(Pattern.compile("(?:maven-)?lockfile\\.json"), RESOLVED)),
            "gradle",
            List.of(
                    new Named(
                            Pattern.compile("gradle/wrapper/gradle-wrapper\\.properties"),
                            Pattern.compile("^distributionUrl")),
                    new Named(
                            Pattern.compile("(?:gradle/)?[\\w.-]{1,80}\\.gradle(?:\\.kts)?"),
                            Pattern.compile("\\burl\\b|\\buri\\(|\\bmaven\\s{0,4}[({]|\\bserver\\b"))),
            "npm",
            List.of(
                    new Named(Pattern.compile("package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock"), RESOLVED),
                    new Named(
                            Pattern.compile("\\.npmrc|\\.yarnrc|\\.yarnrc\\.yml|bunfig\\.toml"),
                            Pattern.compile("(?i)registry"))),
            "pip",
            List.of(
                    new Named(
                            Pattern.compile("uv\\.lock|poetry\\.lock|pdm\\.lock|Pipfile|Pipfile\\.lock"),
                            Pattern.compile("\\burl\\b|\\bregistry\\b")),
                    new Named(
                            Pattern.compile("[\\w-]*requirements[\\w-]*\\.txt|pip\\.conf"),
                            Pattern.compile("index-url"))),
            "gem",
            List.of(
                    new Named(Pattern.compile("Gemfile\\.lock"), Pattern.compile("remote:")),
                    new Named(Pattern.compile("Gemfile"), Pattern.compile("^\\s{0,9}source\\b"))),
            "cargo",
            List.of(new Named(Pattern.compile("\\.cargo/config(?:\\.toml)?"), ANY)),
            "go",
            List.of(new Named(Pattern.compile("go\\.env"), Pattern.compile("GOPROXY|GOSUMDB"))));

    private static final List<String> FOLDERS = List.of("", ".mvn/wrapper/", "gradle/", "gradle/wrapper/", ".cargo/");
    /** What Gradle's files say where it takes from registries whose addresses it knows by itself. */
    private static final Pattern CENTRAL = Pattern.compile("\\bmavenCentral\\(\\)");

    private static final Pattern PORTAL = Pattern.compile("\\bgradlePluginPortal\\(\\)|^\\s{0,9}plugins\\s{0,4}\\{");

    private final Repository repository;
    private final Map<String, Sources> known = new ConcurrentHashMap<>();

    /** Files by their paths, and the lines of them that count. */
    private record Named(Pattern path, Pattern line) {}

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
        for (String path : paths()) {
            for (Named named : FILES.getOrDefault(tool, List.of())) {
                if (named.path().matcher(path).matches()) {
                    more |= addLines(path, named.line(), tool, found, besides);
                }
            }
        }
        return new Sources(List.copyOf(found), List.copyOf(besides), !found.isEmpty() && !more);
    }

    private SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        for (String folder : FOLDERS) {
            paths.addAll(repository.filesIn(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1)));
        }
        return paths;
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
    private boolean addLines(String path, Pattern counts, String tool, List<Endpoint> found, List<String> besides) {
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
