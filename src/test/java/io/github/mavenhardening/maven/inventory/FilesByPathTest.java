package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalArtifactResult;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesByPathTest {

    private static final LocalArtifactRequest REQUEST = new LocalArtifactRequest(
            new DefaultArtifact("org.example:lib:1.0"),
            List.of(new RemoteRepository.Builder("renamed", "default", "https://repo.example.org").build()),
            "");

    private final List<String> called = new ArrayList<>();

    private LocalArtifactResult find(File file, boolean available) {
        return new FilesByPath(
                        manager(new LocalArtifactResult(REQUEST).setFile(file).setAvailable(available)))
                .find(new DefaultRepositorySystemSession(), REQUEST);
    }

    private LocalRepositoryManager manager(LocalArtifactResult result) {
        return (LocalRepositoryManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LocalRepositoryManager.class},
                (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return method.getName().equals("find") ? result : null;
                });
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aFileIsThereWhicheverRepositoryItCameFrom(boolean available) {
        File file = new File("lib-1.0.jar");

        assertThat(find(file, available).isAvailable()).isTrue();
        assertThat(find(file, available).getFile()).isEqualTo(file);
    }

    @Test
    void whatHasNoFileIsNot() {
        assertThat(find(null, false).isAvailable()).isFalse();
    }

    @Test
    void leavesEverythingElseToTheRepository() {
        FilesByPath files = new FilesByPath(manager(null));
        files.getRepository();
        files.getPathForLocalArtifact(null);
        files.getPathForRemoteArtifact(null, null, "");
        files.getPathForLocalMetadata(null);
        files.getPathForRemoteMetadata(null, null, "");

        assertThat(called)
                .containsExactly(
                        "getRepository",
                        "getPathForLocalArtifact",
                        "getPathForRemoteArtifact",
                        "getPathForLocalMetadata",
                        "getPathForRemoteMetadata");
    }
}
