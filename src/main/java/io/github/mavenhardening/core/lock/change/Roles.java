package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.Declaration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a build makes of artifacts.
 *
 * @param poms the build's own files
 * @param plugins the plugins that the build uses, {@code groupId:artifactId}, also those that no POM names
 */
public record Roles(BuildFiles poms, Set<String> plugins) {

    public Roles {
        plugins = Set.copyOf(plugins);
    }

    /** What it makes of one. */
    SortedSet<Role> of(String name) {
        SortedSet<Role> roles = new TreeSet<>();
        if (plugins.contains(name)) {
            roles.add(Role.PLUGIN);
        }
        for (Declaration declaration : poms.declared(name)) {
            switch (declaration.kind()) {
                case PLUGIN, MANAGED_PLUGIN -> {
                    roles.add(Role.PLUGIN);
                    if (declaration.element().childText("extensions").equals(Optional.of("true"))) {
                        roles.add(Role.EXTENSION);
                    }
                }
                case EXTENSION -> roles.add(Role.EXTENSION);
                case PROCESSOR -> roles.add(Role.PROCESSOR);
                case PARENT -> roles.add(Role.PARENT);
                case DEPENDENCY -> {
                    // It is there when the application runs.
                }
            }
        }
        return roles;
    }
}
