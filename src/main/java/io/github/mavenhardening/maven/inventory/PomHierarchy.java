package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Profile;

/**
 * Follows a POM to its parents and to the BOMs that it and its parents import, and from those on. A
 * graph of dependencies does not show these POMs, and Maven 4 does not tell a repository listener of
 * a copied session about them either; reading the POMs is the same for all versions.
 */
final class PomHierarchy {

    /** Deeper than any real hierarchy; ends a cycle of parents. */
    private static final int MAX_PARENTS = 64;

    private final RawPoms poms;
    private final ArtifactUses uses;
    private final Set<String> visited = new HashSet<>();

    PomHierarchy(RawPoms poms, ArtifactUses uses) {
        this.poms = poms;
        this.uses = uses;
    }

    /** Notes a published POM and all that it builds on. */
    void follow(Coordinates pom, UsagePath reason, Certainty certainty) {
        if (!visited.add(pom.layoutPath() + ' ' + certainty)) {
            return;
        }
        Optional<Path> file = uses.add(pom, reason, certainty);
        Optional<Model> model = read(pom, file, reason, certainty);
        if (model.isEmpty()) {
            return;
        }
        List<Model> hierarchy = new ArrayList<>(List.of(model.get()));
        UsagePath why = reason.then(pom.gav());
        addParents(hierarchy, why, certainty);
        followImports(hierarchy, why, certainty, Map.of());
    }

    private Optional<Model> read(Coordinates pom, Optional<Path> file, UsagePath reason, Certainty certainty) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Model> model = poms.read(file.get());
        Optional<String> problem = poms.problemOf(file.get());
        if (problem.isPresent()) {
            uses.unresolved(
                    pom.gav(), "the parents and imports of its POM are not known: " + problem.get(), reason, certainty);
        }
        return model;
    }

    /**
     * Notes what a POM of this checkout builds on.
     *
     * @param model as written
     * @param properties values for expressions that the hierarchy's own properties do not have
     */
    void followModel(Model model, UsagePath reason, Map<String, String> properties) {
        List<Model> hierarchy = new ArrayList<>(List.of(model));
        addParents(hierarchy, reason, Certainty.USED);
        followImports(hierarchy, reason, Certainty.USED, properties);
    }

    private void followImports(
            List<Model> hierarchy, UsagePath reason, Certainty certainty, Map<String, String> properties) {
        Interpolation values = new Interpolation(hierarchy, properties);
        for (Model level : hierarchy) {
            imports(level.getDependencyManagement(), values, reason, certainty);
            for (Profile profile : level.getProfiles()) {
                // Whether a profile was active depends on the machine: what it imports is only possible.
                imports(profile.getDependencyManagement(), values, reason, Certainty.POSSIBLE);
            }
        }
    }

    /**
     * Notes a POM's parents.
     *
     * @param hierarchy the POM, to which the parents are added, the nearest first
     */
    private void addParents(List<Model> hierarchy, UsagePath reason, Certainty certainty) {
        UsagePath why = reason;
        Parent parent = hierarchy.get(0).getParent();
        for (int level = 1; isComplete(parent) && level < MAX_PARENTS; level++) {
            Coordinates pom = Coordinates.pom(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
            Optional<Path> file = uses.add(pom, why, certainty);
            Optional<Model> model = read(pom, file, why, certainty);
            if (model.isEmpty()) {
                return;
            }
            visited.add(pom.layoutPath() + ' ' + certainty);
            why = why.then(pom.gav());
            hierarchy.add(model.get());
            parent = model.get().getParent();
        }
        if (isComplete(parent)) {
            uses.unresolved(
                    parent.getGroupId() + ':' + parent.getArtifactId(),
                    "it is a parent beyond the " + MAX_PARENTS + " that are followed",
                    why,
                    certainty);
        }
    }

    private static boolean isComplete(Parent parent) {
        return parent != null
                && parent.getGroupId() != null
                && parent.getArtifactId() != null
                && parent.getVersion() != null;
    }

    private void imports(DependencyManagement management, Interpolation values, UsagePath reason, Certainty certainty) {
        if (management == null) {
            return;
        }
        for (Dependency dependency : management.getDependencies()) {
            boolean isImport = values.resolve(dependency.getScope()).equals(Optional.of("import"))
                    && values.resolve(dependency.getType()).equals(Optional.of("pom"));
            if (!isImport) {
                continue;
            }
            Optional<String> groupId = values.resolve(dependency.getGroupId());
            Optional<String> artifactId = values.resolve(dependency.getArtifactId());
            Optional<String> version = values.resolve(dependency.getVersion());
            if (groupId.isPresent() && artifactId.isPresent() && version.isPresent()) {
                follow(Coordinates.pom(groupId.get(), artifactId.get(), version.get()), reason, certainty);
            } else if (certainty == Certainty.USED) {
                uses.unresolved(
                        dependency.getGroupId() + ':' + dependency.getArtifactId() + ':' + dependency.getVersion(),
                        "it is imported by expressions whose values are not known",
                        reason,
                        Certainty.POSSIBLE);
            }
        }
    }

    /** Expressions of a hierarchy of POMs, the child's properties before the parents'. */
    private record Interpolation(List<Model> hierarchy, Map<String, String> fallback) {

        private static final int MAX_STEPS = 32;

        Optional<String> resolve(String text) {
            if (text == null) {
                return Optional.empty();
            }
            String value = text;
            // Silent: the caller says what has no value.
            for (int step = 0; step < MAX_STEPS; step++) {
                int start = value.indexOf("${");
                int end = start < 0 ? -1 : value.indexOf('}', start);
                if (end < 0) {
                    return Optional.of(value.strip());
                }
                Optional<String> found = property(value.substring(start + 2, end));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                value = value.substring(0, start) + found.get() + value.substring(end + 1);
            }
            return Optional.empty();
        }

        private Optional<String> property(String name) {
            Model child = hierarchy.get(0);
            String plain = name.startsWith("pom.")
                    ? name.substring(4)
                    : name.startsWith("project.") ? name.substring(8) : name;
            String builtIn = switch (plain) {
                case "groupId" -> RawPoms.groupIdOf(child);
                case "version" -> RawPoms.versionOf(child);
                case "artifactId" -> child.getArtifactId();
                case "parent.groupId" ->
                    child.getParent() == null ? null : child.getParent().getGroupId();
                case "parent.version" ->
                    child.getParent() == null ? null : child.getParent().getVersion();
                default -> null;
            };
            if (builtIn != null && !builtIn.isEmpty()) {
                return Optional.of(builtIn);
            }
            if (fallback.containsKey(name)) {
                return Optional.of(fallback.get(name));
            }
            for (Model level : hierarchy) {
                String value = lookup(level, name);
                if (value != null) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }

        private static String lookup(Model model, String name) {
            String own = model.getProperties().getProperty(name);
            if (own != null) {
                return own;
            }
            for (Profile profile : model.getProfiles()) {
                String value = profile.getProperties().getProperty(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }
}
