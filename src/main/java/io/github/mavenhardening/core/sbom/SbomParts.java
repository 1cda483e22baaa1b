package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.pom.PomLicences;
import io.github.mavenhardening.core.pom.PomLicences.Place;
import io.github.mavenhardening.core.sbom.ResolvedDependency.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of a bill of materials. What belongs to the product is a component; every other file that the build used is part of
 * the formulation. Each is listed once: what a plugin uses as well stays the product's.
 */
final class SbomParts {

    private static final String NOT_HERE = "it is not on the disk";

    private final SbomSource source;
    private final PomLicences licences;
    private final SbomComponent product;
    private final SortedMap<String, SbomComponent> components = new TreeMap<>();
    private final SortedMap<String, SbomComponent> formulation = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
    private final SortedSet<String> incomplete = new TreeSet<>();
    private final SortedSet<String> gaps = new TreeSet<>();

    /** The files by what the bill of materials knows them by. */
    private final Map<String, UsedArtifact> files = new HashMap<>();

    /** The dependencies of all modules; of one that several have, as the module has it that needs it most. */
    private final SortedMap<String, ResolvedDependency> dependencies = new TreeMap<>();

    SbomParts(SbomSource source) {
        this.source = source;
        this.licences = new PomLicences(this::pom);
        this.product = module(source.product());
        source.hashing()
                .hashAll(source.inventory().artifacts().values().stream()
                        .map(UsedArtifact::file)
                        .toList());
        for (UsedArtifact use : source.inventory().artifacts().values()) {
            // A file of the checkout may have the coordinates of one that a repository has.
            if (use.coordinates().isEmpty()
                    || files.putIfAbsent(Purl.of(use.coordinates().get()), use) != null) {
                files.put(use.path(), use);
            }
        }
        for (ResolvedModule module : source.modules()) {
            components.put(Purl.of(module.coordinates()), module(module).scope("required"));
        }
        add(source.product());
        source.modules().forEach(this::add);
        addComponents();
        addFormulation();
        addGraph();
        addGaps();
    }

    SbomComponent product() {
        return product;
    }

    /** By what they are known by, sorted. */
    SortedMap<String, SbomComponent> components() {
        return components;
    }

    /** By what they are known by, sorted. */
    SortedMap<String, SbomComponent> formulation() {
        return formulation;
    }

    /** What the product and each component depend on, among the components. */
    SortedMap<String, SortedSet<String>> graph() {
        return graph;
    }

    /** Why components may be missing, a sentence each. */
    SortedSet<String> incomplete() {
        return incomplete;
    }

    /** What is not known of what is listed, a sentence each. */
    SortedSet<String> gaps() {
        return gaps;
    }

    private static SbomComponent module(ResolvedModule module) {
        boolean runs = module.coordinates().extension().matches("war|ear|rar");
        return SbomComponent.of(runs ? "application" : "library", module.coordinates())
                .licences(module.licences());
    }

    private void add(ResolvedModule module) {
        for (ResolvedDependency dependency : module.dependencies()) {
            dependencies.merge(
                    Purl.of(dependency.coordinates()),
                    dependency,
                    (a, b) -> b.need().compareTo(a.need()) > 0 ? b : a);
        }
    }

    private void addComponents() {
        for (Map.Entry<String, ResolvedDependency> each : dependencies.entrySet()) {
            ResolvedDependency dependency = each.getValue();
            boolean listed = dependency.need() != Need.TEST
                    && !each.getKey().equals(product.ref())
                    && !components.containsKey(each.getKey());
            if (listed) {
                SbomComponent component =
                        of(dependency).scope(dependency.need() == Need.REQUIRED ? "required" : "optional");
                if (!dependency.own()) {
                    addLicences(dependency.coordinates(), component);
                    addUnknown(dependency.coordinates(), component);
                }
                components.put(each.getKey(), component);
            }
        }
    }

    private SbomComponent of(ResolvedDependency dependency) {
        SbomComponent component = SbomComponent.of("library", dependency.coordinates());
        UsedArtifact file = files.get(component.ref());
        if (file != null) {
            addHash(file, component);
        } else if (dependency.own()) {
            component.property(SbomComponent.HASH, "it is a module of this repository");
        } else {
            lacksHash(component, NOT_HERE);
        }
        return component;
    }

    private void addHash(UsedArtifact use, SbomComponent component) {
        HashResult hash = source.hashing().hash(use.file());
        if (hash instanceof HashResult.Hashed hashed) {
            component.sha256(hashed.sha256());
        } else {
            lacksHash(component, hash instanceof HashResult.Unreadable unreadable ? unreadable.reason() : NOT_HERE);
        }
        if (LockPath.isInProject(use.path())) {
            component.property(SbomComponent.PATH, use.path().substring(LockPath.PROJECT_PREFIX.length()));
        }
    }

    private void lacksHash(SbomComponent component, String reason) {
        component.property(SbomComponent.HASH, reason);
        gaps.add("No hash of " + component.ref() + ": " + reason);
    }

    /** Maven takes a jar without a POM for one without dependencies; where neither is there, nobody has looked. */
    private void addUnknown(Coordinates coordinates, SbomComponent component) {
        String pom = coordinates.pom().layoutPath();
        if (!files.containsKey(component.ref())
                && !source.inventory().artifacts().containsKey(pom)) {
            incomplete.add("what " + component.ref() + " depends on: neither it nor its POM is on the disk");
        }
    }

    private void addLicences(Coordinates coordinates, SbomComponent component) {
        PomLicences.Known known = licences.of(coordinates);
        component.licences(known.licences());
        if (!known.gap().isEmpty()) {
            component.property(SbomComponent.LICENCE, known.gap());
            gaps.add("No licence of " + known.gap());
        } else if (known.licences().isEmpty()) {
            component.property(SbomComponent.LICENCE, "none named");
        }
    }

    private Place pom(String layoutPath) {
        UsedArtifact use = source.inventory().artifacts().get(layoutPath);
        return use == null ? Place.missing("its POM is not on the disk") : Place.at(use.file());
    }

    private void addFormulation() {
        for (Map.Entry<String, UsedArtifact> file : files.entrySet()) {
            if (!components.containsKey(file.getKey())) {
                UsedArtifact use = file.getValue();
                boolean pom = use.path().endsWith(".pom");
                SbomComponent component = file.getKey().equals(use.path())
                        ? SbomComponent.ofFile("file", use.path())
                        : SbomComponent.of(
                                pom ? "file" : "library", use.coordinates().orElseThrow());
                addHash(use, component);
                component.property(SbomComponent.ROLE, pom ? "pom" : roleOf(use, file.getKey()));
                component.property(SbomComponent.USED_BY, ArtifactText.path(use.usedBy()));
                if (use.certainty() == Certainty.POSSIBLE) {
                    component.property(SbomComponent.CERTAINTY, "possible");
                }
                formulation.put(file.getKey(), component);
            }
        }
        for (Map.Entry<String, ResolvedDependency> each : dependencies.entrySet()) {
            boolean unlisted = each.getValue().need() == Need.TEST
                    && !each.getKey().equals(product.ref())
                    && !components.containsKey(each.getKey())
                    && !formulation.containsKey(each.getKey());
            if (unlisted) {
                formulation.put(each.getKey(), of(each.getValue()).property(SbomComponent.ROLE, "test"));
            }
        }
        List<SbomComponent> more = new ArrayList<>();
        for (MavenFolder folder : source.folders()) {
            WrapperComponents.add(folder, more, incomplete);
        }
        for (String extension : source.extensionsOfTheMachine()) {
            String[] parts = extension.split(":", 3);
            more.add(SbomComponent.of("library", new Coordinates(parts[0], parts[1], parts[2], parts[2], "", "jar"))
                    .property(SbomComponent.ROLE, "extension of the machine")
                    .property(SbomComponent.HASH, "it belongs to the machine, as Maven itself does"));
        }
        for (SbomComponent component : more) {
            formulation.putIfAbsent(component.ref(), component);
        }
    }

    private String roleOf(UsedArtifact use, String ref) {
        if (use.ofPlugin()) {
            return "plugin";
        }
        return dependencies.containsKey(ref) ? "test" : "build";
    }

    private void addGraph() {
        SortedSet<String> ofProduct = targets(product.ref());
        ofProduct.addAll(edges(source.product().direct()));
        for (ResolvedModule module : source.modules()) {
            ofProduct.add(Purl.of(module.coordinates()));
            targets(Purl.of(module.coordinates())).addAll(edges(module.direct()));
        }
        for (String component : components.keySet()) {
            targets(component);
        }
        addEdges(source.product());
        source.modules().forEach(this::addEdges);
    }

    private void addEdges(ResolvedModule module) {
        for (ResolvedDependency dependency : module.dependencies()) {
            String ref = Purl.of(dependency.coordinates());
            if (components.containsKey(ref)) {
                targets(ref).addAll(edges(dependency.dependsOn()));
            }
        }
    }

    private SortedSet<String> targets(String ref) {
        return graph.computeIfAbsent(ref, any -> new TreeSet<>());
    }

    private List<String> edges(List<Coordinates> targets) {
        List<String> edges = new ArrayList<>();
        for (Coordinates target : targets) {
            String ref = Purl.of(target);
            if (components.containsKey(ref)) {
                edges.add(ref);
            }
        }
        return edges;
    }

    private void addGaps() {
        for (Unresolved one : source.inventory().unresolved()) {
            incomplete.add(one.subject() + ": " + one.reason());
        }
        for (String module : source.leftOut()) {
            incomplete.add(module + ": it is a module that is not part of this build");
        }
    }
}
