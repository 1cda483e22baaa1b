package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The repositories whose actions and workflows a repository uses. */
public final class UsedRepositories {

    private UsedRepositories() {}

    /**
     * Each of them once, sorted without regard to case.
     *
     * @throws java.io.UncheckedIOException when the repository's files cannot be listed
     */
    public static Collection<RepositorySlug> of(Repository repository) {
        TreeSet<String> paths = new TreeSet<>(repository.filesIn(DefinitionKind.WORKFLOW_FOLDER));
        paths.addAll(repository.files());
        Definitions definitions = DefinitionFiles.of(repository, paths, KnownDefinitions.none());
        SortedMap<String, RepositorySlug> used = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.of(definition)) {
                if (reference.uses() instanceof Uses.Repository target) {
                    RepositorySlug.parse(target.slug()).ifPresent(slug -> used.putIfAbsent(slug.toString(), slug));
                }
            }
        }
        return used.values();
    }
}
