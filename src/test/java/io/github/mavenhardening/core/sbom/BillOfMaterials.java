package io.github.mavenhardening.core.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.pom.PomLicences.Licence;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A build whose bill of materials is made. Everything that it makes is valid. */
final class BillOfMaterials {

    private final Path repository;
    private final Path checkout;
    private final List<UsedArtifact> uses = new ArrayList<>();
    private final List<Unresolved> unresolved = new ArrayList<>();
    private final List<ResolvedModule> modules = new ArrayList<>();
    private final List<String> ofTheMachine = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private ResolvedModule product = module("app", "jar", List.of());
    private Optional<Instant> timestamp = Optional.empty();

    BillOfMaterials(Path folder) throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        checkout = Files.createDirectories(folder.resolve("checkout"));
    }

    /** {@code artifactId:version}, of the group org.example. */
    static Coordinates jar(String name) {
        return artifact(name, "jar");
    }

    static Coordinates artifact(String name, String extension) {
        String[] parts = name.split(":", 2);
        return new Coordinates("org.example", parts[0], parts[1], parts[1], "", extension);
    }

    static ResolvedDependency dependency(String name, String scope, String... targets) {
        return new ResolvedDependency(
                jar(name),
                scope,
                false,
                false,
                Arrays.stream(targets).map(BillOfMaterials::jar).toList());
    }

    static ResolvedModule module(
            String name, String extension, List<Licence> licences, ResolvedDependency... dependencies) {
        List<Coordinates> direct = dependencies.length == 0 ? List.of() : List.of(dependencies[0].coordinates());
        return new ResolvedModule(artifact(name + ":1", extension), licences, direct, List.of(dependencies));
    }

    BillOfMaterials product(ResolvedModule module) {
        product = module;
        return this;
    }

    BillOfMaterials with(ResolvedModule module) {
        modules.add(module);
        return this;
    }

    BillOfMaterials madeAt(String instant) {
        timestamp = Optional.of(Instant.parse(instant));
        return this;
    }

    BillOfMaterials unresolved(String subject, String reason) {
        unresolved.add(new Unresolved(subject, reason, List.of(), Certainty.USED));
        return this;
    }

    BillOfMaterials leavingOut(String module) {
        leftOut.add(module);
        return this;
    }

    BillOfMaterials extensionOfTheMachine(String gav) {
        ofTheMachine.add(gav);
        return this;
    }

    BillOfMaterials checkedIn(String path, String content) throws IOException {
        Files.createDirectories(checkout.resolve(path).getParent());
        Files.writeString(checkout.resolve(path), content);
        return this;
    }

    /** A jar that is used, with a POM that says that of licences. */
    BillOfMaterials usesJar(String name, String licences) throws IOException {
        return uses(jar(name), "bytes of " + name, false).usesPom(name, licences);
    }

    BillOfMaterials usesPom(String name, String content) throws IOException {
        return uses(artifact(name, "pom"), "<project>" + content + "</project>", false);
    }

    BillOfMaterials uses(Coordinates coordinates, String content, boolean ofPlugin) throws IOException {
        Path file = repository.resolve(coordinates.layoutPath());
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return uses(coordinates, file, ofPlugin);
    }

    BillOfMaterials uses(Coordinates coordinates, Path file, boolean ofPlugin) {
        return uses(new UsedArtifact(
                coordinates.layoutPath(),
                Optional.of(coordinates),
                List.of("org.example:app:1"),
                file,
                Certainty.USED,
                ofPlugin));
    }

    BillOfMaterials uses(UsedArtifact use) {
        uses.add(use);
        return this;
    }

    Sbom sbom() throws IOException {
        return Sbom.of(new SbomSource(
                product,
                modules,
                Inventory.of(uses, unresolved),
                new Hashing(),
                List.of(MavenFolder.of(new Repository(new Checkout(checkout), Optional.empty()), "")),
                ofTheMachine,
                leftOut,
                timestamp,
                "1.2.3"));
    }

    /** The same build, noted in another order. */
    BillOfMaterials shuffled() {
        Collections.reverse(uses);
        Collections.reverse(modules);
        Collections.reverse(unresolved);
        return this;
    }

    JsonNode json() throws IOException {
        JsonNode json = new ObjectMapper().readTree(sbom().bytes());
        assertThat(CycloneDx.errors(json)).isEmpty();
        return json;
    }
}
