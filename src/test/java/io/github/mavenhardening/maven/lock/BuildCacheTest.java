package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.Optional;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.classworlds.realm.DuplicateRealmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCacheTest {

    private static final String CORE = "coreExtension>org.apache.maven.extensions:maven-build-cache-extension:1.2.0";

    @TempDir
    Path root;

    private Optional<String> gap(String realm, String... user) throws DuplicateRealmException {
        ClassWorld world = new ClassWorld();
        ClassRealm maven = world.newRealm("maven.core", null);
        world.newRealm(realm, null);
        return BuildCache.gap(Sessions.of(root, user), maven);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, "extension>org.apache.maven.extensions:maven-build-cache-extension:1.2.0"})
    void whereItIsLoadedGoalsMayNotHaveRun(String realm) throws DuplicateRealmException {
        assertThat(gap(realm))
                .hasValueSatisfying(gap -> assertThat(gap)
                        .startsWith("the build cache may have restored modules")
                        .endsWith("-Dmaven.build.cache.enabled=false"));
    }

    @ParameterizedTest
    @CsvSource({"enabled, false", "skipCache, true"})
    void switchedOffItRestoresNothing(String name, String value) throws DuplicateRealmException {
        assertThat(gap(CORE, "maven.build.cache." + name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"enabled, true", "skipCache, false", "skipSave, true"})
    void otherValuesLeaveItOn(String name, String value) throws DuplicateRealmException {
        assertThat(gap(CORE, "maven.build.cache." + name, value)).isPresent();
    }

    @Test
    void anotherExtensionRestoresNothing() throws DuplicateRealmException {
        assertThat(gap("coreExtension>org.example:maven-build-cache-extension:1.2.0"))
                .isEmpty();
    }
}
