package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maven Resolver's classes are its own: those of the same names and shapes stand for them. */
class KnownDescriptorsTest {

    private static final String KEY = "org.eclipse.aether.internal.impl.collect.DataPool$Descriptors";

    private record GoodDescriptor(String of) {}

    private record BadDescriptor() {}

    /** As Maven Resolver 1.9 and newer keep them. */
    private static final class HardInternPool {
        private final ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();

        private HardInternPool() {}
    }

    private static final class OfAnotherShape {}

    private final DefaultRepositorySystemSession build = new DefaultRepositorySystemSession();
    private final RepositoryCache cache = new DefaultRepositoryCache();

    @BeforeEach
    void buildHasACache() {
        build.setCache(cache);
    }

    @Test
    void descriptorsOfTheBuildAreKnownAndThoseOfTheReplayAreNotGivenToIt() {
        Map<Object, Object> kept = Collections.synchronizedMap(new WeakHashMap<>());
        GoodDescriptor good = new GoodDescriptor("a");
        kept.put("a", good);
        kept.put("b", new BadDescriptor());
        cache.put(build, KEY, kept);

        ReplayCache replay = new ReplayCache(build, true);
        @SuppressWarnings("unchecked")
        Map<Object, Object> known = (Map<Object, Object>) replay.get(build, KEY);

        assertThat(known).containsOnly(Map.entry("a", good));
        known.put("c", new BadDescriptor());
        assertThat(kept).containsOnlyKeys("a", "b");
        assertThat(replay.get(build, KEY)).isSameAs(known);
    }

    @Test
    void aPoolIsCopiedWithWhatIsReadable() {
        HardInternPool kept = new HardInternPool();
        GoodDescriptor good = new GoodDescriptor("a");
        kept.map.put("a", good);
        kept.map.put("b", new BadDescriptor());

        HardInternPool copy = (HardInternPool) KnownDescriptors.copyOf(kept);

        assertThat(copy.map).containsOnly(Map.entry("a", good));
        copy.map.put("c", good);
        assertThat(kept.map).containsOnlyKeys("a", "b");
    }

    @Test
    void whatTheBuildReadsLaterIsTakenOver() {
        HardInternPool kept = new HardInternPool();
        GoodDescriptor good = new GoodDescriptor("a");
        kept.map.put("a", good);
        cache.put(build, KEY, kept);
        ReplayCache replay = new ReplayCache(build, true);
        HardInternPool known = (HardInternPool) replay.get(build, KEY);
        BadDescriptor own = new BadDescriptor();
        known.map.put("b", own);

        kept.map.put("b", new GoodDescriptor("b"));
        kept.map.put("c", good);
        kept.map.put("d", new BadDescriptor());
        replay.refresh();

        assertThat(replay.get(build, KEY)).isSameAs(known);
        assertThat(known.map).containsOnly(Map.entry("a", good), Map.entry("b", own), Map.entry("c", good));
    }

    @Test
    void nothingIsTakenOverOfWhatNobodyAskedFor() {
        ReplayCache replay = new ReplayCache(build, true);
        cache.put(build, KEY, new HardInternPool());

        replay.refresh();
        KnownDescriptors.update(new OfAnotherShape(), new HardInternPool());

        assertThat(((HardInternPool) replay.get(build, KEY)).map).isEmpty();
    }

    @Test
    void whatHasAnotherShapeIsLeftToMaven() {
        assertThat(KnownDescriptors.copyOf(new OfAnotherShape())).isNull();
        assertThat(new ReplayCache(build, true).get(build, KEY)).isNull();
    }

    @Test
    void whoAsksAnotherWorkspaceReadsThePomsItself() {
        cache.put(build, KEY, new ConcurrentHashMap<>(Map.of("a", new GoodDescriptor("a"))));

        assertThat(new ReplayCache(build, false).get(build, KEY)).isNull();
    }

    @Test
    void nothingElseIsTakenFromTheBuild() {
        cache.put(build, "org.eclipse.aether.internal.impl.collect.DataPool$Artifact", Map.of());

        assertThat(new ReplayCache(build, true)
                        .get(build, "org.eclipse.aether.internal.impl.collect.DataPool$Artifact"))
                .isNull();
        assertThat(KnownDescriptors.isKey(KEY)).isTrue();
        assertThat(KnownDescriptors.isKey("[class " + KEY + ", descriptors]")).isFalse();
    }
}
