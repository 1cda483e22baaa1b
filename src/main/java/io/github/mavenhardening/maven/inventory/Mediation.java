package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/** How a generation of Maven chooses among versions, and which POMs it reads on the way. */
enum Mediation {
    /** Depth first: it reads the POMs of what is not chosen, too. */
    MAVEN_3("df", false),
    /** Breadth first: it passes over what cannot be chosen any more. */
    MAVEN_4("bf", true);

    private static final String COLLECTOR = "aether.dependencyCollector.impl";
    private static final String BREADTH_FIRST = "org.eclipse.aether.internal.impl.collect.bf.BfDependencyCollector";

    private final String collector;
    private final boolean transitive;

    Mediation(String collector, boolean transitive) {
        this.collector = collector;
        this.transitive = transitive;
    }

    /**
     * Those that a running Maven can take. Before 3.9 it is its own alone: depth first, that of Maven 4 would read more paths
     * than anybody waits for.
     */
    static List<Mediation> all(RepositorySystem system) {
        List<Mediation> all = new ArrayList<>();
        try {
            Class.forName(BREADTH_FIRST, false, system.getClass().getClassLoader());
            all.addAll(List.of(values()));
        } catch (ClassNotFoundException e) {
            all.clear(); // Silent: lock.md says which Mavens work out what others use.
        }
        return all;
    }

    /** A session that chooses so. */
    RepositorySystemSession in(RepositorySystemSession session) {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(session);
        copy.setDependencyManager(ManagedDependencies.of(transitive));
        copy.setConfigProperty(COLLECTOR, collector);
        return copy;
    }
}
