package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.internal.impl.EnhancedLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.LocalArtifactRegistration;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.NoLocalRepositoryManagerException;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Maven's own local repository. */
class VersionListsTest {

    private static final String SHA256 = "0addec670fedcd3f113c5c8091d783280d23f75e3acb841b61a9cdb079376a08";

    @TempDir
    Path folder;

    private Path local;
    private final DefaultRepositorySystemSession aether = new DefaultRepositorySystemSession();
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private final SortedMap<String, FileMetadata> known = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> addresses = new TreeMap<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void prepare() throws NoLocalRepositoryManagerException {
        local = folder.resolve("repository");
        aether.setLocalRepositoryManager(
                new EnhancedLocalRepositoryManagerFactory().newInstance(aether, new LocalRepository(local.toFile())));
    }

    /** A locked file that came from there. */
    private Path fetched(String path, String origin) throws IOException {
        return fetched(path, origin, "content".getBytes(StandardCharsets.UTF_8));
    }

    private Path fetched(String path, String origin, byte[] content) throws IOException {
        Path file = Sessions.write(local.resolve(path), "");
        Files.write(file, content);
        lock(path, origin);
        Coordinates one = Coordinates.ofLayoutPath(path).orElseThrow();
        DefaultArtifact artifact =
                new DefaultArtifact(one.groupId(), one.artifactId(), one.classifier(), one.extension(), one.version());
        aether.getLocalRepositoryManager()
                .add(
                        aether,
                        new LocalArtifactRegistration(
                                artifact.setFile(file.toFile()),
                                new RemoteRepository.Builder(origin, "default", "https://repo.example.org").build(),
                                List.of("")));
        return file;
    }

    private void lock(String path, String origin) {
        hashes.put(path, SHA256);
        known.put(path, FileMetadata.from(Optional.of(origin)));
        addresses.put(origin, new TreeMap<>(Map.of(origin, "https://repo.example.org")));
    }

    /** A plugin whose descriptor says that. */
    private static byte[] plugin(String descriptor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/maven/plugin.xml"));
            zip.write(descriptor.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] prefixed(String prefix) throws IOException {
        return plugin("<plugin><goalPrefix>" + prefix + "</goalPrefix></plugin>");
    }

    private void write() throws IOException {
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "newResolutionRepositories" -> arguments[1];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        MavenSession session = Sessions.over(folder, aether);
        session.setProjects(List.of());
        LockMetadata metadata = LockMetadata.empty().with(known).withRepositories(addresses);
        new VersionLists(aether, new OriginRepositories(system, session, metadata), new SystemStreamLog() {
                    @Override
                    public void info(CharSequence line) {
                        said.add("info " + line);
                    }

                    @Override
                    public void warn(CharSequence line) {
                        said.add("warn " + line);
                    }
                })
                .write(Lock.empty().with(hashes));
    }

    private String list(String path) throws IOException {
        return Files.readString(local.resolve(path));
    }

    @Test
    void listsWhatIsLockedAndNothingElse() throws IOException {
        fetched("org/example/lib/1.10/lib-1.10.jar", "central");
        fetched("org/example/lib/1.9/lib-1.9.jar", "central");
        fetched("org/example/lib/1.9/lib-1.9.pom", "central");
        fetched("org/example/lib/1.11-SNAPSHOT/lib-1.11-SNAPSHOT.jar", "central");
        Sessions.write(local.resolve("org/example/lib/2.0/lib-2.0.jar"), "not locked");
        lock("org/example/lib/1.8/lib-1.8.jar", "central");
        lock("./lib/checked-in.jar", "central");

        write();

        assertThat(list("org/example/lib/maven-metadata-central.xml")).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!-- Written by hardening:fetch: what is locked, and nothing else. -->
                        <metadata>
                          <versioning>
                            <latest>1.11-SNAPSHOT</latest>
                            <release>1.10</release>
                            <versions>
                              <version>1.9</version>
                              <version>1.10</version>
                              <version>1.11-SNAPSHOT</version>
                            </versions>
                            <lastUpdated>19700101000000</lastUpdated>
                          </versioning>
                        </metadata>
                        """);
        assertThat(said)
                .containsExactly("info 1 list of locked versions and prefixes written for Maven (maven-metadata.xml)");
    }

    @Test
    void namesNoVersionTheNewestOfWhichNothingButThePomIsLocked() throws IOException {
        fetched("org/example/lib/1.0/lib-1.0.jar", "central");
        fetched("org/example/lib/2.0/lib-2.0.pom", "central");
        fetched("org/example/parent/3/parent-3.pom", "central");

        write();

        assertThat(list("org/example/lib/maven-metadata-central.xml"))
                .contains("<latest>1.0</latest>", "<release>1.0</release>", "<version>2.0</version>");
        assertThat(list("org/example/parent/maven-metadata-central.xml")).contains("<release>3</release>");
    }

    @Test
    void namesTheNewestInTheListOfItsRepositoryAlone() throws IOException {
        fetched("org/example/lib/1.0/lib-1.0.jar", "a");
        fetched("org/example/lib/2.0/lib-2.0.jar", "b");

        write();

        assertThat(list("org/example/lib/maven-metadata-a.xml"))
                .contains("<version>1.0</version>")
                .doesNotContain("<latest>", "<release>", "2.0");
        assertThat(list("org/example/lib/maven-metadata-b.xml"))
                .contains("<latest>2.0</latest>", "<release>2.0</release>")
                .doesNotContain("1.0</");
    }

    @Test
    void listsThePrefixesOfPluginsWithTheirGroup() throws IOException {
        fetched("org/example/tool-maven-plugin/1.0/tool-maven-plugin-1.0.jar", "central", prefixed("tool"));
        fetched("org/example/tool-maven-plugin/1.1/tool-maven-plugin-1.1.jar", "central", prefixed("tool"));
        fetched("org/example/tool-maven-plugin/1.1/tool-maven-plugin-1.1-tests.jar", "central", prefixed("tests"));
        // A group and an artifact that share one list.
        fetched("org/example/1/example-1.pom", "central");
        fetched("org/example/other/1/other-1.jar", "central", plugin("<plugin/>"));
        fetched("org/example/hostile/1/hostile-1.jar", "central", prefixed("&lt;prefix>"));

        write();

        assertThat(list("org/example/maven-metadata-central.xml")).contains("""
                          <plugins>
                            <plugin><prefix>tool</prefix><artifactId>tool-maven-plugin</artifactId></plugin>
                          </plugins>
                          <versioning>
                            <latest>1</latest>
                        """);
    }

    @Test
    void leavesListsThatAreNotOurs() throws IOException {
        fetched("org/example/a/1/a-1.jar", "central");
        fetched("org/example/b/1/b-1.jar", "central");
        fetched("org/example/c/1/c-1.jar", "central");
        Path maven = Sessions.write(local.resolve("org/example/a/maven-metadata-central.xml"), "<metadata/>");
        Path elsewhere = Sessions.write(folder.resolve("elsewhere"), "elsewhere");
        Path link = local.resolve("org/example/b/maven-metadata-central.xml");
        Files.createSymbolicLink(link, elsewhere);

        write();
        fetched("org/example/c/2/c-2.jar", "central");
        write();

        assertThat(maven).hasContent("<metadata/>");
        assertThat(elsewhere).hasContent("elsewhere");
        assertThat(link).isSymbolicLink();
        assertThat(list("org/example/c/maven-metadata-central.xml"))
                .as("our own follows the lock")
                .contains("<version>1</version>", "<version>2</version>");
        assertThat(said)
                .contains("info 1 list of locked versions and prefixes written for Maven (maven-metadata.xml); 2 of"
                        + " Maven's own are there and left as they are");
    }

    @Test
    void takesNoNameThatLeadsElsewhere() throws IOException {
        fetched("org/example/a/1/a-1.jar", "../../../x");
        fetched("org/example/b/1<2/b-1<2.jar", "central");

        write();

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.contains("maven-metadata"));
        }
        assertThat(said)
                .contains("warn Not listed for Maven, which may refuse the name of this version:"
                        + " org/example/b/1<2/b-1<2.jar");
    }

    @Test
    void saysOfWhichJarItCannotSeeThePrefix() throws IOException {
        fetched("org/example/a/1/a-1.jar", "central", plugin("<plugin>"));
        fetched("org/example/b/1/b-1.jar", "central", plugin(" ".repeat((8 << 20) + 1)));

        write();

        String whether = "warn Whether it is a plugin, and by which prefix its goals are called, cannot be seen: ";
        assertThat(said)
                .contains(
                        whether + "org/example/a/1/a-1.jar: META-INF/maven/plugin.xml cannot be read: <plugin> is not"
                                + " closed",
                        whether + "org/example/b/1/b-1.jar: META-INF/maven/plugin.xml is larger than 8388608 bytes");
    }
}
