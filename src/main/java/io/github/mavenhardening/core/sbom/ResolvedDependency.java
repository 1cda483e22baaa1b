package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.lock.Coordinates;
import java.util.List;

/**
 * An artifact that a module depends on, directly or not, once Maven has settled conflicts.
 *
 * @param coordinates what it is
 * @param scope Maven's; empty for what has none, which is as compile
 * @param optional whether a POM marks it so
 * @param own whether it is a module of the checked repository, whose bytes change with every build
 * @param dependsOn what it depends on itself, as far as it is among the module's dependencies
 */
public record ResolvedDependency(
        Coordinates coordinates, String scope, boolean optional, boolean own, List<Coordinates> dependsOn) {

    public ResolvedDependency {
        dependsOn = List.copyOf(dependsOn);
    }

    /** What a dependency is to the product, the strongest last. */
    enum Need {
        /** None of the product. */
        TEST,
        /** There if somebody provides it. */
        OPTIONAL,
        REQUIRED
    }

    /** Maven 4 has scopes of which Maven 3 knows nothing, those of tests among them. */
    Need need() {
        if (scope.startsWith("test")) {
            return Need.TEST;
        }
        boolean needed = scope.isEmpty() || scope.equals("compile") || scope.equals("runtime");
        return needed && !optional ? Need.REQUIRED : Need.OPTIONAL;
    }
}
