package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With managers that put files where those of Maven do, by {@code aether.enhancedLocalRepository.*}. */
class SessionRepositoriesTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.jar";
    private static final String SNAPSHOT = "org/example/lib/1.1-SNAPSHOT/lib-1.1-20260102.030405-6.jar";

    @TempDir
    Path base;

    @TempDir
    Path tail;

    private String heads;
    private String tails;
    private Path configured;
    private boolean hashed;

    @BeforeEach
    void nameTheTail() {
        tails = tail.toString();
    }

    private String layout(Artifact artifact) {
        return hashed
                ? "0a/1b2c3d"
                : artifact.getGroupId().replace('.', '/') + "/" + artifact.getArtifactId() + "/"
                        + artifact.getBaseVersion() + "/" + artifact.getArtifactId() + "-" + artifact.getVersion() + "."
                        + artifact.getExtension();
    }

    /** @param folder of an artifact and the repository that it came from, null for one that was installed */
    private LocalRepositories repositories(BiFunction<Artifact, RemoteRepository, String> folder) {
        LocalRepository local = new LocalRepository(base.toFile());
        LocalRepositoryManager manager = (LocalRepositoryManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LocalRepositoryManager.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRepository" -> local;
                    case "getPathForLocalArtifact" ->
                        folder.apply((Artifact) arguments[0], null) + layout((Artifact) arguments[0]);
                    case "getPathForRemoteArtifact" ->
                        folder.apply((Artifact) arguments[0], (RemoteRepository) arguments[1])
                                + layout((Artifact) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
        session.setLocalRepositoryManager(manager);
        session.setConfigProperty("maven.repo.local.head", heads);
        session.setConfigProperty("maven.repo.local.tail", tails + ", ,");
        return SessionRepositories.of(session, Optional.ofNullable(configured));
    }

    private static Path put(Path root, String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x").toAbsolutePath().normalize();
    }

    @Test
    void knowsThePlainOneAndThatBehindIt() throws IOException {
        LocalRepositories repositories = repositories((artifact, from) -> "");

        Path behind = put(tail, PATH);
        assertThat(repositories.findAll(PATH)).containsExactly(behind);
        Path before = put(base, PATH);
        assertThat(repositories.findAll(PATH)).containsExactly(before, behind);
    }

    /** The first head is written to, and what was configured lies behind all of them. */
    @Test
    void knowsThoseBeforeTheConfiguredOne(@TempDir Path second, @TempDir Path own) throws IOException {
        heads = base + "," + second;
        configured = own;
        LocalRepositories repositories = repositories((artifact, from) -> "");

        Path behind = put(tail, PATH);
        Path middle = put(own, PATH);
        Path other = put(second, PATH);
        Path first = put(base, PATH);
        assertThat(repositories.findAll(PATH)).containsExactly(first, other, middle, behind);
    }

    /** A tilde is the home of the user for Maven 3.9.16, and a folder for Maven 3.9.0; neither takes blanks from a path. */
    @Test
    void readsNamesAsEveryMavenDoes(@TempDir Path home) throws IOException {
        String before = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        try {
            tails = "~/behind," + tail + "/ blank";
            LocalRepositories repositories = repositories((artifact, from) -> "");

            Path expanded = put(home.resolve("behind"), PATH);
            Path blank = put(tail.resolve(" blank"), PATH);
            assertThat(repositories.findAll(PATH)).containsExactly(expanded, blank);
            assertThat(repositories.pathOf(Path.of("~/behind", PATH))).contains(PATH);
        } finally {
            System.setProperty("user.home", before);
        }
    }

    /** {@code split}: what an unsplit one left there before is none of Maven's files any more. */
    @Test
    void knowsOneThatIsSplitByDownload() throws IOException {
        LocalRepositories repositories = repositories((artifact, from) -> from == null ? "installed/" : "cached/");
        put(base, PATH);
        assertThat(repositories.find(PATH)).isEmpty();

        Path cached = put(base, "cached/" + PATH);
        assertThat(repositories.findAll(PATH)).containsExactly(cached);
        Path installed = put(base, "installed/" + PATH);
        Path behind = put(tail, "cached/" + PATH);
        assertThat(repositories.findAll(PATH)).containsExactly(installed, cached, behind);
        assertThat(repositories.pathOf(behind)).contains(PATH);
    }

    /** {@code splitRemote} and {@code splitLocal}. */
    @Test
    void knowsOneThatIsSplitByRelease() throws IOException {
        LocalRepositories repositories = repositories((artifact, from) ->
                (from == null ? "installed/" : "cached/") + (artifact.isSnapshot() ? "snapshots/" : "releases/"));

        Path release = put(base, "cached/releases/" + PATH);
        Path snapshot = put(base, "cached/snapshots/" + SNAPSHOT);
        assertThat(repositories.find(PATH)).contains(release);
        assertThat(repositories.find(SNAPSHOT)).contains(snapshot);
        assertThat(repositories.pathOf(snapshot)).contains(SNAPSHOT);
    }

    /** {@code splitRemoteRepository}, before and ({@code …Last}) after the rest, and with a hash behind the id. */
    @Test
    void knowsOneThatIsSplitByRepository() throws IOException {
        LocalRepositories before =
                repositories((artifact, from) -> from == null ? "installed/" : "cached/" + from.getId() + "/releases/");
        Path one = put(base, "cached/central/releases/" + PATH);
        Path other = put(base, "cached/company/releases/" + PATH);
        assertThat(before.findAll(PATH)).containsExactly(one, other);
        assertThat(before.pathOf(other)).contains(PATH);

        LocalRepositories last = repositories(
                (artifact, from) -> from == null ? "installed/" : "kept/releases/" + from.getId() + "-0a1b/");
        Path third = put(base, "kept/releases/central-77ff/" + PATH);
        assertThat(last.findAll(PATH)).containsExactly(third);
        assertThat(last.pathOf(third)).contains(PATH);
    }

    /** To find nothing in it would look like a build that uses nothing. */
    @Test
    void refusesALayoutThatItDoesNotKnow() {
        hashed = true;

        assertThatThrownBy(() -> repositories((artifact, from) -> ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has an unknown layout");
    }
}
