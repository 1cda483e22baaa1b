package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.pom.BuildFiles;
import java.util.List;
import java.util.Set;

/**
 * The description of a build beyond the files that it used.
 *
 * @param files its own files
 * @param facts what Maven made of them
 * @param foreign repositories that POMs outside the checkout name, sorted; as far as those POMs were read
 * @param origins where used files came from
 * @param installing the plugins, {@code groupId:artifactId}, all of whose installations past Maven are compared with the lock
 */
public record BuildDescription(
        BuildFiles files, BuildFacts facts, List<ForeignRepository> foreign, Origins origins, Set<String> installing) {

    public BuildDescription {
        foreign = List.copyOf(foreign);
        installing = Set.copyOf(installing);
    }

    /** Of a build whose plugins install nothing that is locked. */
    public BuildDescription(BuildFiles files, BuildFacts facts, List<ForeignRepository> foreign, Origins origins) {
        this(files, facts, foreign, origins, Set.of());
    }

    /** Of a build that nothing is known of. */
    public static BuildDescription none() {
        return new BuildDescription(BuildFiles.none(), BuildFacts.none(), List.of(), new Origins());
    }
}
