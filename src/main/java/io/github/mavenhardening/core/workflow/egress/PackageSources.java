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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** Before the name of a file that may be in any folder. */
    private static final String ANY_FOLDER = "**/";

    /** The longest path of a folder whose files are looked for; none that a build works in is longer. */
    static final int PATH_LIMIT = 1_000;

    /** The most folders that are looked at for files that may be in any. */
    private static final int FOLDERS = 100;

    private static final Pattern ANY = Pattern.compile("");
    /** Of a file of which no line counts, but for what the plugins or packages ask that it names. */
    private static final Pattern NO_LINE = Pattern.compile("(?!)");

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
                    List.of(".npmrc", ".yarnrc", ".yarnrc.yml", "bunfig.toml"),
                    NO_LINE,
                    List.of("package.json")),
            "pip",
            Map.of(
                    Pattern.compile("\\burl\\b|\\bregistry\\b"),
                            List.of("Pipfile", "Pipfile.lock", "pdm.lock", "poetry.lock", "uv.lock"),
                    Pattern.compile("index-url"), List.of("pip.conf", "requirements.txt"),
                    Pattern.compile("^\\s{0,9}(?:default-index|(?:index-)?url)\\s{0,9}="),
                            List.of("pyproject.toml", "uv.toml")),
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

    /** Files that name what some packages come from, while the others come from the tool's own registry. */
    private static final Set<String> PARTIAL_FILES =
            Set.of("poetry.lock", "pyproject.toml", "uv.toml", "composer.json");

    /** What the settings of a tool must have, or its own registry is asked as well. */
    private static final Map<String, String> REPLACING = Map.of("cargo", "replace-with", "nuget", "<clear");

    private static final Pattern PARTIAL_LINE = Pattern.compile("^\\s{0,9}[\"']?@|extra-index-url");

    /** Tools whose registry may keep its files at another host than its index, and files that name that host, too. */
    private static final Set<String> INDEXED = Set.of("cargo", "composer", "gem", "nuget", "pip");

    private static final Set<String> WHOLE_FILES = Set.of("pdm.lock", "uv.lock");

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
     * @param isIndex whether they say it of the registry's index alone
     */
    record Sources(List<Endpoint> endpoints, List<String> besides, boolean isKnown, boolean isIndex) {

        private static final Sources NONE = new Sources(List.of(), List.of(), false, false);

        /** Whether files name one of those endpoints. */
        boolean nameAny(List<String> own) {
            return endpoints.stream().anyMatch(endpoint -> own.contains(endpoint.text()));
        }

        private Sources and(Sources around) {
            List<Endpoint> all = new ArrayList<>(endpoints);
            all.addAll(around.endpoints);
            List<String> allBesides = new ArrayList<>(besides);
            allBesides.addAll(around.besides);
            return new Sources(List.copyOf(all), List.copyOf(allBesides), around.isKnown, around.isIndex);
        }
    }

    /** What is found while the files of a tool are read. */
    private static final class Found {
        /** By their texts. */
        private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

        private final List<String> besides = new ArrayList<>();
        /** Whether a file names what packages come from that are not named apart. */
        private boolean told;
        /** Whether one names a registry without its address. */
        private boolean more;
        /** Whether one names the hosts of files. */
        private boolean whole;

        private void add(String text, boolean tells) {
            Matcher address = Endpoint.ADDRESS.matcher(text);
            while (address.find()) {
                Optional<Endpoint> endpoint = Endpoint.of(address);
                if (endpoint.isPresent()) {
                    told |= tells;
                    endpoints.putIfAbsent(endpoint.get().text(), endpoint.get());
                }
            }
        }
    }

    private PackageSources(Repository repository) {
        this.repository = repository;
    }

    /** Those of a repository. */
    static PackageSources of(Repository repository) {
        return repository.known(PackageSources.class, () -> new PackageSources(repository));
    }

    /**
     * Where that tool takes packages from when it runs in a folder: as files there say, else those in the folders around it.
     *
     * @param folder relative to the root, which is the empty text
     */
    Sources of(String tool, String folder) {
        // Silent: what files there would tell is asked for as unknown.
        return within(tool, folder.length() > PATH_LIMIT ? "" : folder);
    }

    /** Whether the repository has a file at that path, or where it begins with {@code **}{@code /} one of that name in any folder. */
    boolean has(String path) {
        if (!path.startsWith(ANY_FOLDER)) {
            return repository.isFile(path);
        }
        String end = path.substring(ANY_FOLDER.length() - 1);
        return repository.files().stream().anyMatch(file -> ("/" + file).endsWith(end));
    }

    /** The machines that files in any folder name to that tool. */
    Set<Endpoint> anywhere(String tool) {
        Set<String> names = new HashSet<>();
        FILES.getOrDefault(tool, Map.of()).values().forEach(names::addAll);
        Set<String> folders = new LinkedHashSet<>();
        for (String file : repository.files()) {
            int slash = file.lastIndexOf('/');
            // Silent: what files in further folders would tell is asked for as unknown.
            if (folders.size() < FOLDERS && slash <= PATH_LIMIT && names.contains(file.substring(slash + 1))) {
                folders.add(file.substring(0, Math.max(0, slash)));
            }
        }
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        folders.forEach(folder -> endpoints.addAll(of(tool, folder).endpoints()));
        return endpoints;
    }

    private Sources within(String tool, String folder) {
        String key = tool + " " + folder;
        Sources sources = known.get(key);
        if (sources == null) {
            Sources own = folder.isEmpty() || repository.exists(folder) ? read(tool, folder) : Sources.NONE;
            sources = own.isKnown() || folder.isEmpty()
                    ? own
                    : own.and(within(tool, folder.substring(0, Math.max(0, folder.lastIndexOf('/')))));
            known.put(key, sources);
        }
        return sources;
    }

    private Sources read(String tool, String in) {
        String folder = in.isEmpty() ? "" : in + "/";
        Found found = new Found();
        if (tool.equals(MAVEN) && folder.isEmpty()) {
            addLocked(found);
            addDeclared(found);
        }
        if (tool.equals("deploy") && folder.isEmpty()) {
            for (RepositoryDeclaration declaration :
                    BuildFilesReader.read(repository).repositories()) {
                if (!declaration.download()) {
                    found.add(declaration.url(), true);
                }
            }
        }
        if (tool.equals("go") && repository.isFile(folder + "vendor/modules.txt")) {
            return new Sources(List.of(), List.of(), true, false);
        }
        for (Map.Entry<Pattern, List<String>> files :
                FILES.getOrDefault(tool, Map.of()).entrySet()) {
            Deque<String> left = new ArrayDeque<>(files.getValue());
            Set<String> seen = new HashSet<>();
            while (!left.isEmpty()) {
                String name = left.poll();
                if (seen.add(name) && repository.isFile(folder + name)) {
                    addLines(folder, name, files.getKey(), tool, found, left);
                }
            }
        }
        return new Sources(
                List.copyOf(found.endpoints.values()),
                List.copyOf(found.besides),
                found.told && !found.more,
                INDEXED.contains(tool) && !found.whole);
    }

    /** The origins that the lock's metadata has addresses of. */
    private void addLocked(Found found) {
        if (!repository.isFile(LockMetadata.LOCATION)) {
            return;
        }
        try {
            LockMetadata metadata =
                    MetadataParser.parse(repository.read(LockMetadata.LOCATION).text());
            for (SortedMap<String, String> addresses : metadata.repositories().values()) {
                addresses.values().forEach(address -> found.add(address, true));
            }
        } catch (UnreadableFileException | LockSyntaxException e) {
            // Silent: the checks of the lock report it, and what it does not tell is asked for as unknown.
            return;
        }
    }

    private void addDeclared(Found found) {
        BuildFiles files = BuildFilesReader.read(repository);
        for (RepositoryDeclaration declaration : files.repositories()) {
            // Others are asked besides the one that Maven knows by itself.
            if (declaration.download()) {
                found.add(declaration.url(), declaration.id().equals("central"));
            }
        }
        for (Declaration declaration : files.declarations()) {
            if (declaration.kind() == Declaration.Kind.PLUGIN) {
                found.besides.addAll(KnownEndpoints.of(MAVEN, declaration.artifactId()));
            }
        }
    }

    /** Adds the addresses in the lines of a file. */
    private void addLines(String folder, String name, Pattern counts, String tool, Found found, Deque<String> applied) {
        String text;
        try {
            text = repository.read(folder + name).text();
        } catch (UnreadableFileException e) {
            // Silent: what the file would tell is asked for as unknown.
            found.more = true;
            return;
        }
        found.besides.addAll(KnownEndpoints.of(tool, text));
        boolean isPartial = PARTIAL_FILES.contains(name) || !text.contains(REPLACING.getOrDefault(tool, ""));
        boolean gradle = name.endsWith(".gradle") || name.endsWith(".kts");
        boolean isCentral = false;
        for (String line : text.split("\n", -1)) {
            if (counts.matcher(line).find()) {
                found.add(line, !isPartial && !PARTIAL_LINE.matcher(line).find());
                found.whole |= WHOLE_FILES.contains(name);
            }
            isCentral |= gradle && CENTRAL.matcher(line).find();
            found.more |= gradle && PORTAL.matcher(line).find();
            Matcher other = APPLIED.matcher(line);
            while (gradle && other.find()) {
                LocalPath.plain(other.group(1)).ifPresent(applied::add);
            }
        }
        if (isCentral) {
            Sources central = of(MAVEN, "");
            central.endpoints().forEach(endpoint -> found.endpoints.putIfAbsent(endpoint.text(), endpoint));
            found.told |= central.isKnown();
            found.more |= !central.isKnown();
        }
    }
}
