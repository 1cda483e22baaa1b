package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.pom.PomLicences.Licence;
import java.util.List;

/**
 * A module of the build and what it depends on.
 *
 * @param coordinates its main artifact's
 * @param licences those of its effective model
 * @param direct what it depends on itself
 * @param dependencies all that it depends on, of all scopes
 */
public record ResolvedModule(
        Coordinates coordinates,
        List<Licence> licences,
        List<Coordinates> direct,
        List<ResolvedDependency> dependencies) {

    public ResolvedModule {
        licences = List.copyOf(licences);
        direct = List.copyOf(direct);
        dependencies = List.copyOf(dependencies);
    }
}
