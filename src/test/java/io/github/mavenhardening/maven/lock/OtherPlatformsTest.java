package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.inventory.Reach;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherPlatformsTest {

    private static final String HERE = "linux-x86_64";
    private static final String PROTOC = "org/example/protoc/3/protoc-3-linux-x86_64.exe";
    private static final String NETTY = "org/example/netty/4/netty-4-linux-x86_64-fedora.jar";
    private static final String PLAIN = "org/example/lib/1/lib-1.jar";
    private static final String SOURCES = "org/example/lib/1/lib-1-sources.jar";
    private static final RemoteRepository CENTRAL =
            new RemoteRepository.Builder("central", "default", "https://repo.example.org").build();

    private final List<String> asked = new ArrayList<>();
    private final Set<String> absent = new TreeSet<>();

    private RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, arguments) -> {
                    assertThat(((RepositorySystemSession) arguments[0]).getConfigProperties())
                            .as("nobody is to note these as used by a goal")
                            .containsKey(Reach.MARKER);
                    return resolve((Iterable<?>) arguments[1]);
                });
    }

    private List<ArtifactResult> resolve(Iterable<?> requests) throws ArtifactResolutionException {
        List<ArtifactResult> results = new ArrayList<>();
        boolean failed = false;
        for (Object each : requests) {
            ArtifactRequest request = (ArtifactRequest) each;
            Artifact artifact = request.getArtifact();
            String name = artifact.getArtifactId() + '-' + artifact.getClassifier() + '.' + artifact.getExtension();
            asked.add(name);
            ArtifactResult result = new ArtifactResult(request);
            if (absent.contains(name)) {
                result.addException(new ArtifactNotFoundException(artifact, CENTRAL));
                failed = true;
            } else {
                result.setArtifact(artifact.setFile(Path.of(name).toFile()));
            }
            results.add(result);
        }
        if (failed) {
            throw new ArtifactResolutionException(results);
        }
        return results;
    }

    private static Inventory inventory(String... paths) {
        List<UsedArtifact> used = new ArrayList<>();
        for (String path : paths) {
            used.add(new UsedArtifact(
                    path, Coordinates.ofLayoutPath(path), List.of("app"), Path.of(path), Certainty.USED));
        }
        return Inventory.of(used, List.of());
    }

    private Inventory add(Inventory inventory, String... others) throws LockException {
        return new OtherPlatforms(system(), new DefaultRepositorySystemSession(), List.of(CENTRAL))
                .add(inventory, HERE, List.of(others));
    }

    @Test
    void addsTheOtherSystemsFilesOfWhatHasOneForThis() throws LockException {
        Inventory all = add(inventory(PROTOC, NETTY, PLAIN, SOURCES), HERE, "osx-aarch_64", "windows-x86_64");

        assertThat(all.artifacts())
                .containsOnlyKeys(
                        PLAIN,
                        SOURCES,
                        NETTY,
                        NETTY.replace(HERE, "osx-aarch_64"),
                        NETTY.replace(HERE, "windows-x86_64"),
                        PROTOC,
                        PROTOC.replace(HERE, "osx-aarch_64"),
                        PROTOC.replace(HERE, "windows-x86_64"));
        assertThat(all.artifacts().get(PROTOC.replace(HERE, "osx-aarch_64")))
                .satisfies(added -> assertThat(added.certainty()).isEqualTo(Certainty.POSSIBLE))
                .satisfies(added -> assertThat(added.usedBy()).containsExactly("app"));
    }

    @Test
    void namesWhatNoRepositoryHas() throws LockException {
        absent.add("netty-osx-aarch_64-fedora.jar");

        Inventory all = add(inventory(PROTOC, NETTY), "osx-aarch_64");

        assertThat(all.artifacts()).containsOnlyKeys(PROTOC, PROTOC.replace(HERE, "osx-aarch_64"), NETTY);
        assertThat(all.unresolved())
                .containsExactly(new Unresolved(
                        "org.example:netty:jar:osx-aarch_64-fedora:4",
                        "no repository has it (asked: central)",
                        List.of("app"),
                        Certainty.POSSIBLE));
    }

    @Test
    void asksNobodyWhereNothingIsOfASystem() throws LockException {
        Inventory plain = inventory(PLAIN, SOURCES);

        assertThat(add(plain, "osx-aarch_64")).isEqualTo(plain);
        assertThat(add(inventory(PROTOC), HERE)).isEqualTo(inventory(PROTOC));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "", "../linux-x86_64", "Linux-X86_64", "linux-x86_64\n", "osx aarch_64"})
    void refusesWhatNamesNoSystem(String name) {
        assertThatThrownBy(() -> add(inventory(PROTOC), name))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("hardening.platforms")
                .hasMessageContaining("osx-aarch_64");
        assertThat(asked).isEmpty();
    }
}
