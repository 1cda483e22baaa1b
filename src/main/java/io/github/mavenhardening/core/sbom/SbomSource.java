package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Hashing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a bill of materials is made of.
 *
 * @param product the project at which the build was started
 * @param modules the others of the build, in any order
 * @param inventory every file that the build used
 * @param hashing hashes each of them once
 * @param folders the folders whose {@code .mvn} Maven reads
 * @param extensionsOfTheMachine core extensions that the machine brings, {@code groupId:artifactId:version}
 * @param leftOut modules of the product that are not part of this build, {@code groupId:artifactId:version}
 * @param timestamp when the product counts as made; empty where its build does not say so
 * @param version that of this plugin
 */
public record SbomSource(
        ResolvedModule product,
        List<ResolvedModule> modules,
        Inventory inventory,
        Hashing hashing,
        List<MavenFolder> folders,
        List<String> extensionsOfTheMachine,
        List<String> leftOut,
        Optional<Instant> timestamp,
        String version) {

    public SbomSource {
        modules = List.copyOf(modules);
        folders = List.copyOf(folders);
        extensionsOfTheMachine = List.copyOf(extensionsOfTheMachine);
        leftOut = List.copyOf(leftOut);
    }
}
