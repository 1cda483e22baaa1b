package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.Staged;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataFile;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.LocalArtifactRegistration;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalArtifactResult;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {

    private static final String CENTRAL = "https://repo.example.org/maven2/";
    private static final String JAR = "org/example/a/1/a-1.jar";
    private static final String POM = "org/example/a/1/a-1.pom";
    private static final String CLASSIFIED = "org/example/native/2/native-2-linux-x86_64.exe";
    private static final String INSTALLED = "org/example/own/3/own-3.jar";

    @TempDir
    Path folder;

    private Path root;
    private Path local;
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private final SortedMap<String, FileMetadata> known = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> addresses = new TreeMap<>();

    /** What repositories have, by id and path; a character for each byte. */
    private final Map<String, String> remote = new TreeMap<>();

    /** Mirrors by what they stand for. */
    private final Map<String, String> mirrors = new TreeMap<>();

    private final List<String> registered = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean offline;
    private final Map<String, String> environment = new TreeMap<>();
    private final Lines log = new Lines();

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectories(folder.resolve("checkout"));
        local = folder.resolve("repository");
        addresses.put("central", new TreeMap<>(Map.of("central", CENTRAL)));
    }

    private void lock(String path, String content, String origin) {
        hashes.put(path, sha256(content));
        known.put(path, FileMetadata.from(Optional.of(origin).filter(id -> !id.isEmpty())));
        remote.put((origin.isEmpty() ? "central" : origin) + ' ' + path, content);
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fetch fetch() throws IOException {
        Staged.write(new LockFile(root).stage(Lock.empty().with(hashes)));
        Staged.write(
                new MetadataFile(root).stage(LockMetadata.empty().with(known).withRepositories(addresses)));
        return over();
    }

    private Fetch over() {
        DefaultRepositorySystemSession aether = new DefaultRepositorySystemSession();
        aether.setOffline(offline);
        aether.setLocalRepositoryManager(manager(new LocalRepository(local.toFile())));
        MavenSession session = Sessions.over(root, aether);
        session.setProjects(List.of());
        return new Fetch(system(), session, root, environment, log);
    }

    private LocalRepositoryManager manager(LocalRepository repository) {
        return (LocalRepositoryManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LocalRepositoryManager.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRepository" -> repository;
                    case "getPathForLocalArtifact", "getPathForRemoteArtifact" -> path((Artifact) arguments[0]);
                    case "getPathForRemoteMetadata" -> {
                        Metadata one = (Metadata) arguments[0];
                        RemoteRepository from = (RemoteRepository) arguments[1];
                        yield one.getGroupId().replace('.', '/') + '/' + one.getArtifactId() + "/maven-metadata-"
                                + from.getId() + ".xml";
                    }
                    case "find" -> {
                        LocalArtifactRequest one = (LocalArtifactRequest) arguments[1];
                        Path file = local.resolve(path(one.getArtifact()));
                        yield new LocalArtifactResult(one)
                                .setFile(file.toFile())
                                .setAvailable(Files.exists(file));
                    }
                    case "add" -> {
                        LocalArtifactRegistration one = (LocalArtifactRegistration) arguments[1];
                        registered.add(path(one.getArtifact())
                                + '>'
                                + one.getRepository().getId());
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static String path(Artifact artifact) {
        return new Coordinates(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getVersion(),
                        artifact.getBaseVersion(),
                        artifact.getClassifier(),
                        artifact.getExtension())
                .layoutPath();
    }

    /** Downloads from those repositories to the local repository of the session that it is asked with. */
    private RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "newLocalRepositoryManager" -> manager((LocalRepository) arguments[1]);
                    case "newResolutionRepositories" -> resolved((List<?>) arguments[1]);
                    default -> download((RepositorySystemSession) arguments[0], (Iterable<?>) arguments[1]);
                });
    }

    private List<RemoteRepository> resolved(List<?> plain) {
        List<RemoteRepository> resolved = new ArrayList<>();
        for (Object each : plain) {
            RemoteRepository one = (RemoteRepository) each;
            String mirror = mirrors.get(one.getId());
            resolved.add(
                    mirror == null
                            ? one
                            : new RemoteRepository.Builder(mirror, "default", "https://mirror.example.org").build());
        }
        return resolved;
    }

    private List<ArtifactResult> download(RepositorySystemSession session, Iterable<?> requests)
            throws IOException, ArtifactResolutionException {
        List<ArtifactResult> results = new ArrayList<>();
        boolean failed = false;
        for (Object each : requests) {
            ArtifactRequest request = (ArtifactRequest) each;
            String path = path(request.getArtifact());
            ArtifactResult result = new ArtifactResult(request);
            for (RemoteRepository repository : request.getRepositories()) {
                asked.add(repository.getId());
                String content = remote.get(repository.getId() + ' ' + path);
                if (content != null && result.getArtifact() == null) {
                    Path file =
                            session.getLocalRepository().getBasedir().toPath().resolve(path);
                    Files.createDirectories(file.getParent());
                    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
                    result.setArtifact(request.getArtifact().setFile(file.toFile()));
                    result.setRepository(repository);
                }
            }
            if (result.getArtifact() == null) {
                result.addException(new ArtifactNotFoundException(
                        request.getArtifact(), request.getRepositories().get(0)));
                failed = true;
            }
            results.add(result);
        }
        if (failed) {
            throw new ArtifactResolutionException(results);
        }
        return results;
    }

    /** Without the lists of versions, which have a test of their own. */
    private List<String> files() throws IOException {
        return files(local);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("maven-metadata-"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void fillsAnEmptyLocalRepositoryWithTheLockedFilesAlone() throws Exception {
        lock(JAR, "jar", "central");
        lock(POM, "pom", "central");
        lock(CLASSIFIED, "program", "central");
        lock(INSTALLED, "own", "");

        fetch().run();

        assertThat(files()).containsExactly(JAR, POM, CLASSIFIED, INSTALLED);
        assertThat(local.resolve("org/example/a/maven-metadata-central.xml"))
                .content()
                .contains("<version>1</version>");
        assertThat(local.resolve(CLASSIFIED)).hasContent("program");
        assertThat(registered)
                .as("Maven is to take them offline")
                .containsExactlyInAnyOrder(
                        JAR + ">central", POM + ">central", CLASSIFIED + ">central", INSTALLED + ">central");
    }

    @Test
    void asksTheMirrorInPlaceOfTheOrigin() throws Exception {
        lock(JAR, "jar", "central");
        remote.put("corp " + JAR, "jar");
        mirrors.put("central", "corp");

        fetch().run();

        assertThat(asked).containsExactly("corp");
        assertThat(registered).containsExactly(JAR + ">corp");
    }

    @Test
    void asksTheRepositoriesThatAMirrorOfAnotherMachineStoodFor() throws Exception {
        lock(JAR, "jar", "corp");
        remote.put("central " + JAR, "jar");
        addresses.put("corp", new TreeMap<>(Map.of("central", CENTRAL)));

        fetch().run();

        assertThat(registered).containsExactly(JAR + ">central");
    }

    @Test
    void refusesOtherBytesByNameAndKeepsTheRest() throws Exception {
        lock(JAR, "jar", "central");
        lock(POM, "pom", "central");
        remote.put("central " + JAR, "jaR");
        Fetch fetch = fetch();

        assertThatThrownBy(fetch::run)
                .isInstanceOf(LockException.class)
                .hasMessageContaining("1 locked file could not be had with the locked bytes:")
                .hasMessageContaining(JAR + ": central (" + CENTRAL + ") has other bytes: locked " + sha256("jar")
                        + ", actual " + sha256("jaR"));
        assertThat(files()).containsExactly(POM);
        assertThat(registered).containsExactly(POM + ">central");
        assertThat(local.resolve("org/example/a/maven-metadata-central.xml")).doesNotExist();
    }

    @Test
    void comparesWhatIsThereAlready() throws Exception {
        lock(JAR, "jar", "central");
        lock(POM, "pom", "central");
        Sessions.write(local.resolve(JAR), "jar");
        Sessions.write(local.resolve(POM), "changed");
        Fetch fetch = fetch();

        assertThatThrownBy(fetch::run)
                .hasMessageContaining(POM + ": is there, with other bytes: locked " + sha256("pom") + ", actual "
                        + sha256("changed"));
        assertThat(asked).isEmpty();
        assertThat(local.resolve(POM)).as("whose it is, is not ours to say").hasContent("changed");
    }

    @Test
    void namesWhatCannotBeHadAndWhy() throws Exception {
        lock(JAR, "jar", "central");
        remote.clear();
        lock("com/example/b/1/b-1.jar", "b", "intern");
        lock("com/example/s/1-SNAPSHOT/s-1-20260102.030405-6.jar", "s", "central");
        lock("./lib/checked-in.jar", "c", "");
        lock("p2/osgi/bundle/b/1.0.0/b-1.0.0.jar", "bundle", "");
        Fetch fetch = fetch();

        assertThatThrownBy(fetch::run)
                .hasMessageContaining("5 locked files could not be had")
                .hasMessageContaining(JAR + ": not found: central (" + CENTRAL + ")")
                .hasMessageContaining("b-1.jar: its repository 'intern' has no address here")
                .hasMessageContaining("s-1-20260102.030405-6.jar: is one build of a snapshot")
                .hasMessageContaining("./lib/checked-in.jar: is not in the checkout")
                .hasMessageContaining(
                        "b-1.0.0.jar: is of a p2 repository, which Tycho alone can read: run 'mvn verify'");
        assertThat(asked)
                .as("what is of another repository is not asked for elsewhere")
                .containsExactly("central");
    }

    @Test
    void asksNobodyWhenMavenIsOffline() throws Exception {
        lock(JAR, "jar", "central");
        lock(POM, "pom", "central");
        Sessions.write(local.resolve(JAR), "jar");
        offline = true;
        Fetch fetch = fetch();

        assertThatThrownBy(fetch::run)
                .hasMessage("Maven is offline (-o), and 1 of 2 locked files are not in the local repository: run the"
                        + " goal once without -o");
        Sessions.write(local.resolve(POM), "pom");
        over().run();
        assertThat(asked).isEmpty();
    }

    @Test
    void wantsALock() {
        assertThatThrownBy(() -> over().run()).hasMessageContaining(Lock.LOCATION + " does not exist");
        assertThatThrownBy(() -> over().list()).hasMessageContaining(Lock.LOCATION + " does not exist");
    }

    @Test
    void buildsNothingFromALockOfNothing() throws Exception {
        Fetch fetch = fetch();

        assertThatThrownBy(fetch::run)
                .hasMessage(Lock.LOCATION + " locks no file: write it with 'mvn verify hardening:lock'");
        assertThatThrownBy(fetch::list).hasMessageContaining(" locks no file");
    }

    @Test
    void listsAddressesHashesAndPaths() throws Exception {
        lock(POM, "pom", "central");
        lock(JAR, "jar", "corp");
        lock("./lib/checked-in.jar", "c", "");
        addresses.put("corp", new TreeMap<>(Map.of("z", "https://z.example.org", "a", "https://a.example.org")));
        mirrors.put("central", "corp");

        assertThat(fetch().list())
                .containsExactly(
                        "https://a.example.org/" + JAR + '\t' + sha256("jar") + '\t' + JAR,
                        CENTRAL + POM + '\t' + sha256("pom") + '\t' + POM);
        assertThat(asked).isEmpty();
    }

    @Test
    void listsNothingWhereAnAddressIsNotKnown() throws Exception {
        lock(POM, "pom", "central");
        lock(JAR, "jar", "intern");
        lock(INSTALLED, "own", "");
        lock("p2/osgi/bundle/b/1.0.0/b-1.0.0.jar", "bundle", "");
        Fetch fetch = fetch();

        assertThatThrownBy(fetch::list)
                .hasMessageContaining("b-1.0.0.jar: is of a p2 repository")
                .hasMessageContaining("3 locked files have no address:")
                .hasMessageContaining(JAR + ": its repository 'intern' has no address here")
                .hasMessageContaining(INSTALLED + ": the repository that it came from is not known");
    }

    @Test
    void listsWhatTheWrapperDownloads() throws Exception {
        Fetch fetch = wrapper(
                "bin",
                "zip",
                "distributionSha256Sum=" + sha256("zip").toUpperCase(Locale.ROOT),
                "wrapperUrl=" + CENTRAL + WRAPPER,
                "wrapperSha256Sum=" + sha256("wrapper"));
        environment.put("MVNW_REPOURL", "https://mirror.example.org/maven2");

        assertThat(fetch.list())
                .containsExactly(
                        CENTRAL + MAVEN + '\t' + sha256("zip") + '\t' + MAVEN,
                        CENTRAL + WRAPPER + '\t' + sha256("wrapper") + '\t' + WRAPPER,
                        CENTRAL + JAR + '\t' + sha256("jar") + '\t' + JAR);
        Sessions.write(root.resolve(".mvn/wrapper/maven-wrapper.jar"), "wrapper");
        assertThat(over().list()).as("what is checked in").hasSize(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void listsNoPassword() throws Exception {
        String sum = "distributionSha256Sum=" + sha256("zip");
        wrapper("only-script", "zip", sum, "distributionUrl=https://bob:s@cret@repo.example.org/m/" + MAVEN);

        assertThat(over().list()).contains("https://repo.example.org/m/" + MAVEN + '\t' + sha256("zip") + '\t' + MAVEN);
        for (String address : List.of(CENTRAL + MAVEN + "?token=secret", "${mirror}/" + MAVEN)) {
            wrapper("only-script", "zip", sum, "distributionUrl=" + address);
            assertThat(over().list()).as(address).hasSize(1);
        }
        assertThat(log.all)
                .contains(
                        "warn Not listed: the distribution of the Maven wrapper, as distributionUrl is not an address in a"
                                + " Maven repository (" + PROPERTIES + ")");
    }

    @Test
    void anEmptyMirrorIsNone() throws Exception {
        String zip = distribution("#!/bin/sh");
        Fetch fetch = wrapper("only-script", zip, "distributionSha256Sum=" + sha256(zip));
        environment.put("MVNW_REPOURL", "");

        fetch.run();

        assertThat(asked).containsExactly("central");
    }

    @Test
    void namesWhatTheListLacksOfTheWrapper() throws Exception {
        String sum = sha256("zip");
        wrapper("bin", "zip", "wrapperSha256Sum=" + sum, "wrapperUrl=https://repo.example.org/maven-wrapper.jar")
                .list();

        wrapper(
                        "bin",
                        "zip",
                        "distributionSha256Sum=" + sum,
                        "distributionUrl=" + CENTRAL + "org/apache/maven/../a/1/a-1.zip")
                .list();

        String lacks = "warn Not listed: the ";
        assertThat(log.all)
                .contains(
                        lacks + "distribution of the Maven wrapper, as distributionSha256Sum does not lock it ("
                                + PROPERTIES + ")",
                        lacks + "distribution of the Maven wrapper, as distributionUrl is not an address in a Maven"
                                + " repository (" + PROPERTIES + ")",
                        lacks + "Maven wrapper's jar, as wrapperUrl is not an address in a Maven repository ("
                                + PROPERTIES + ")");
    }

    /** What the goal said, beside what it throws. */
    private static final class Lines extends SystemStreamLog {

        private final List<String> all = new ArrayList<>();

        @Override
        public void info(CharSequence line) {
            all.add("info " + line);
        }

        @Override
        public void warn(CharSequence line) {
            all.add("warn " + line);
        }
    }

    private static final String MAVEN = "org/apache/maven/apache-maven/3.9.16/apache-maven-3.9.16-bin.zip";

    private static final String WRAPPER = "org/apache/maven/wrapper/maven-wrapper/3.3.4/maven-wrapper-3.3.4.jar";

    private static final String PROPERTIES = ".mvn/wrapper/maven-wrapper.properties";

    /** A distribution as small as can be, with a program in it. */
    private String distribution(String program) throws IOException {
        Path zip = folder.resolve("distribution.zip");
        Files.deleteIfExists(zip);
        try (FileSystem files =
                FileSystems.newFileSystem(zip, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
            Path bin = Files.createDirectories(files.getPath("apache-maven-3.9.16/bin"));
            Files.setPosixFilePermissions(
                    Files.writeString(bin.resolve("mvn"), program), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(
                    Files.writeString(bin.resolve("m2.conf"), "conf"), PosixFilePermissions.fromString("rw-r--r--"));
        }
        return Files.readString(zip, StandardCharsets.ISO_8859_1);
    }

    /** A wrapper that is locked to a distribution. */
    private Fetch wrapper(String type, String distribution, String... more) throws IOException {
        lock(JAR, "jar", "central");
        Sessions.write(local.resolve(JAR), "jar");
        environment.put("MAVEN_USER_HOME", folder.resolve("home").toString());
        environment.remove("MVNW_REPOURL");
        remote.put("central " + MAVEN, distribution);
        List<String> lines = new ArrayList<>(List.of("distributionType=" + type, "distributionUrl=" + CENTRAL + MAVEN));
        lines.addAll(List.of(more));
        Sessions.write(root.resolve(PROPERTIES), String.join("\n", lines) + '\n');
        return fetch();
    }

    @Test
    void unpacksTheDistributionWhereTheScriptLooksForIt() throws Exception {
        String zip = distribution("#!/bin/sh");

        wrapper("only-script", zip, "distributionSha256Sum=" + sha256(zip)).run();

        // As the script of the wrapper 3.3.4 names it.
        String home = "wrapper/dists/apache-maven-3.9.16/" + Integer.toHexString((CENTRAL + MAVEN).hashCode());
        assertThat(files(folder.resolve("home")))
                .containsExactly(home + "/bin/m2.conf", home + "/bin/mvn", home + "/mvnw.url");
        Path place = folder.resolve("home").resolve(home);
        assertThat(place.resolve("mvnw.url")).hasContent(CENTRAL + MAVEN);
        assertThat(place.resolve("bin/mvn")).isExecutable();
        assertThat(Files.isExecutable(place.resolve("bin/m2.conf"))).isFalse();
        assertThat(log.all)
                .contains(
                        "info The distribution of the Maven wrapper fetched from central (https://repo.example.org/maven2)");

        asked.clear();
        over().run();
        assertThat(asked).isEmpty();
        assertThat(log.all)
                .as("nobody can say what was changed since")
                .contains("info The distribution of the Maven wrapper is unpacked already, and is not compared ("
                        + PROPERTIES + ")");
    }

    @Test
    void putsTheZipWhereTheWrappersJarLooksForIt() throws Exception {
        String zip = distribution("#!/bin/sh");
        Fetch fetch = wrapper("bin", zip, "distributionSha256Sum=" + sha256(zip));
        Sessions.write(root.resolve(".mvn/wrapper/maven-wrapper.jar"), "jar");

        fetch.run();

        String place = "wrapper/dists/apache-maven-3.9.16-bin/"
                + Integer.toHexString(URI.create(CENTRAL + MAVEN).hashCode()) + "/apache-maven-3.9.16-bin.zip";
        assertThat(files(folder.resolve("home"))).containsExactly(place);
        over().run();
        Sessions.write(folder.resolve("home").resolve(place), "other");
        assertThatThrownBy(() -> over().run())
                .hasMessageContaining(
                        PROPERTIES + ": the distribution of the Maven wrapper is there, with other bytes: locked "
                                + sha256(zip) + ", actual " + sha256("other"));
    }

    @Test
    void refusesAnotherDistributionByName() throws Exception {
        String zip = distribution("#!/bin/sh");
        String other = distribution("#!/bin/bash");
        Fetch fetch = wrapper("only-script", other, "distributionSha256Sum=" + sha256(zip));

        assertThatThrownBy(fetch::run)
                .hasMessageContaining("1 locked file could not be had with the locked bytes:")
                .hasMessageContaining(PROPERTIES + ": central (https://repo.example.org/maven2) has other bytes of"
                        + " org.apache.maven:apache-maven:zip:bin:3.9.16: locked " + sha256(zip) + ", actual "
                        + sha256(other));
        assertThat(files(folder.resolve("home"))).isEmpty();
    }

    @Test
    void saysThatADistributionCannotBeHad() throws Exception {
        Fetch fetch = wrapper("only-script", "zip", "distributionSha256Sum=" + sha256("zip"));
        remote.clear();
        assertThatThrownBy(fetch::run)
                .hasMessageContaining(
                        "org.apache.maven:apache-maven:zip:bin:3.9.16 not found: central (https://repo.example.org/maven2)");
        offline = true;
        assertThatThrownBy(() -> over().run())
                .hasMessageContaining(
                        PROPERTIES + ": what the Maven wrapper downloads is not there, and Maven is offline (-o)");
    }

    @Test
    void namesADistributionThatIsNotLockedOrNotToBeFound() throws Exception {
        String sum = "distributionSha256Sum=" + sha256("zip");
        wrapper("only-script", "zip").run();
        wrapper("only-script", "zip", sum, "distributionUrl=https://repo.example.org/maven/apache-maven-3.9.16-bin.zip")
                .run();
        wrapper("bin", "zip", sum, "zipStoreBase=PROJECT", "wrapperUrl=" + CENTRAL + WRAPPER)
                .run();

        String cannot = "warn Not fetched: the distribution of the Maven wrapper, as ";
        assertThat(log.all)
                .contains(
                        cannot + "distributionSha256Sum does not lock it (" + PROPERTIES + ")",
                        cannot + "distributionUrl is not an address in a Maven repository with a -bin.zip ("
                                + PROPERTIES + ")",
                        cannot + "it is not known where the wrapper looks for it (" + PROPERTIES + ")",
                        "warn Not fetched: the Maven wrapper's jar, as wrapperSha256Sum does not lock it (" + PROPERTIES
                                + ")");
        assertThat(asked).isEmpty();
    }

    @Test
    void asksTheMirrorThatTheEnvironmentNamesToTheWrapper() throws Exception {
        String zip = distribution("#!/bin/sh");
        Fetch fetch = wrapper("only-script", zip, "distributionSha256Sum=" + sha256(zip));
        environment.put("MVNW_REPOURL", "https://mirror.example.org/maven2");
        remote.put("maven-wrapper " + MAVEN, zip);

        fetch.run();

        String address = "https://mirror.example.org/maven2/" + MAVEN;
        assertThat(folder.resolve("home/wrapper/dists/apache-maven-3.9.16")
                        .resolve(Integer.toHexString(address.hashCode()))
                        .resolve("mvnw.url"))
                .hasContent(address);
        assertThat(asked).containsExactly("maven-wrapper");
    }

    @Test
    void putsTheWrappersJarIntoTheCheckout() throws Exception {
        String zip = distribution("#!/bin/sh");
        remote.put("central " + WRAPPER, "jar");
        wrapper(
                        "script",
                        zip,
                        "distributionSha256Sum=" + sha256(zip),
                        "wrapperUrl=" + CENTRAL + WRAPPER,
                        "wrapperSha256Sum=" + sha256("jar"))
                .run();

        Path jar = root.resolve(".mvn/wrapper/maven-wrapper.jar");
        assertThat(jar).hasContent("jar");
        Sessions.write(jar, "other");
        assertThatThrownBy(() -> over().run())
                .hasMessageContaining(
                        ".mvn/wrapper/maven-wrapper.jar: the Maven wrapper's jar is there, with other bytes: locked "
                                + sha256("jar") + ", actual " + sha256("other"));
    }
}
