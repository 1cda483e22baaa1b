package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.pom.BuildFiles;
import java.util.List;

/**
 * The description of a build beyond the files that it used.
 *
 * @param files its own files
 * @param facts what Maven made of them
 * @param foreign repositories that POMs outside the checkout name, sorted; as far as those POMs were read
 * @param origins where used files came from
 */
public record BuildDescription(BuildFiles files, BuildFacts facts, List<ForeignRepository> foreign, Origins origins) {

    public BuildDescription {
        foreign = List.copyOf(foreign);
    }

    /** Of a build that nothing is known of. */
    public static BuildDescription none() {
        return new BuildDescription(BuildFiles.none(), BuildFacts.none(), List.of(), new Origins());
    }
}
