package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NeededByTest {

    private static final String LINUX = "Maven 3.9, linux-x86_64, JDK 17";
    private static final String MAC = "Maven 3.9, osx-aarch_64, JDK 17";
    private static final String MAVEN_4 = "Maven 4.0, linux-x86_64, JDK 17";
    /** Which cannot work out what other Mavens use. */
    private static final String MAVEN_3_6 = "Maven 3.6, linux-x86_64, JDK 17";

    private static final String RELEASE = LINUX + ", profiles release";

    private static final String OTHERS = "other Mavens, linux-x86_64, JDK 17";

    private static final String A = path("a");
    private static final String B = path("b");
    private static final String C = path("c");

    private LockMetadata known = LockMetadata.empty();
    private Lock lock = Lock.empty();
    private Set<String> elsewhere = Set.of();

    private static String path(String artifactId) {
        return "org/example/" + artifactId + "/1/" + artifactId + "-1.jar";
    }

    /** A build that locks what it uses, and prunes when it is asked to. */
    private void build(String environment, boolean prune, String... used) {
        NeededBy needs = new NeededBy(known, environment, OTHERS, !environment.equals(MAVEN_3_6));
        Set<String> uses = Set.copyOf(Arrays.asList(used));
        Lock before = lock;
        Map<String, String> hashes = new TreeMap<>();
        uses.forEach(path -> hashes.put(path, "a".repeat(64)));
        if (prune) {
            Set<String> unused = new TreeSet<>(lock.entries().keySet());
            unused.removeAll(uses);
            unused.removeAll(needs.kept(unused, uses));
            lock = lock.without(unused);
        }
        lock = lock.with(hashes);
        known = needs.note(known.only(lock.entries().keySet()), before, lock, uses, elsewhere, prune);
    }

    @Test
    void notesNothingOfFilesThatEveryKindOfBuildNeeds() {
        build(LINUX, false, A, B);
        build(MAC, false, A, B);

        assertThat(known.environments()).containsExactly(LINUX, MAC);
        assertThat(known.files()).isEmpty();
        assertThat(known.neededBy(A)).containsExactly(LINUX, MAC);
    }

    @Test
    void notesWhoNeedsAFileThatOthersDoNot() {
        build(LINUX, false, A, B);
        build(MAC, false, A, C);

        assertThat(known.neededBy(A)).containsExactly(LINUX, MAC);
        assertThat(known.neededBy(B)).containsExactly(LINUX);
        assertThat(known.neededBy(C)).containsExactly(MAC);
    }

    @Test
    void prunesOnlyWhatBuildsOfItsOwnKindNeeded() {
        for (String other : new String[] {MAC, MAVEN_4, RELEASE}) {
            known = LockMetadata.empty();
            lock = Lock.empty();
            build(LINUX, false, A, B);
            build(other, false, A, C);

            build(LINUX, true, A);

            assertThat(lock.entries()).as(other).containsOnlyKeys(A, C);
            assertThat(known.neededBy(C)).containsExactly(other);
        }
    }

    @Test
    void aFileGoesWhenTheLastKindOfBuildNeedsItNoMore() {
        build(LINUX, false, A, B);
        build(MAC, false, A, B);

        build(LINUX, true, A);
        assertThat(lock.entries()).containsOnlyKeys(A, B);
        assertThat(known.neededBy(B)).containsExactly(MAC);

        build(MAC, true, A);
        assertThat(lock.entries()).containsOnlyKeys(A);
        assertThat(known.files()).isEmpty();
    }

    @Test
    void aPartialBuildTakesNothingBack() {
        build(LINUX, false, A, B);
        build(MAC, false, A, B);
        build(LINUX, false, A);

        assertThat(known.neededBy(B)).containsExactly(LINUX, MAC);
    }

    @Test
    void aFirstBuildOfItsKindPrunesNothingOfOthers() {
        build(LINUX, false, A, B, C);
        build(MAVEN_4, true, A);

        assertThat(lock.entries()).containsOnlyKeys(A, B, C);
        assertThat(known.neededBy(B)).containsExactly(LINUX);
    }

    @Test
    void keepsWhatWasLockedBeforeAnybodyNotedWhoNeedsIt() {
        lock = Lock.empty().with(Map.of(B, "b".repeat(64)));
        build(LINUX, true, A);

        assertThat(lock.entries()).containsOnlyKeys(A, B);
    }

    @Test
    void keepsOtherSystemsFilesOfWhatIsInUse() {
        String linux = "org/example/protoc/3/protoc-3-linux-x86_64.exe";
        String mac = "org/example/protoc/3/protoc-3-osx-aarch_64.exe";
        String older = "org/example/protoc/2/protoc-2-osx-aarch_64.exe";
        String plain = "org/example/protoc/3/protoc-3.jar";
        build(LINUX, false, linux, mac, older, plain);

        build(LINUX, true, linux);

        assertThat(lock.entries())
                .as("not another version's, and not what has no classifier")
                .containsOnlyKeys(linux, mac);
    }

    @Test
    void forgetsAKindOfBuildThatSomebodyTookOutOfTheList() {
        build(LINUX, false, A, B);
        build(MAC, false, A, C);
        known = known.withEnvironments(Set.of(LINUX), Map.of());

        build(LINUX, true, A);

        assertThat(lock.entries()).containsOnlyKeys(A);
    }

    @Test
    void notesWhatOtherMavensNeed() {
        elsewhere = Set.of(B);
        build(LINUX, false, A, B);

        assertThat(known.environments()).containsExactly(LINUX, OTHERS);
        assertThat(known.neededBy(A)).containsExactly(LINUX, OTHERS);
        assertThat(known.neededBy(B)).containsExactly(OTHERS);
    }

    @Test
    void prunesWhatOtherMavensNeedNoMore() {
        elsewhere = Set.of(B);
        build(LINUX, false, A, B);
        elsewhere = Set.of();
        build(LINUX, true, A);

        assertThat(lock.entries()).containsOnlyKeys(A);
        assertThat(known.environments()).containsExactly(LINUX);
    }

    @Test
    void keepsWhatAnotherMavenNeedsThatThisOneTookForItsOwn() {
        elsewhere = Set.of(B);
        build(LINUX, false, A, B);
        elsewhere = Set.of();
        build(MAVEN_4, false, A, B);
        build(LINUX, true, A);

        assertThat(lock.entries()).containsOnlyKeys(A, B);
        assertThat(known.neededBy(B)).containsExactly(MAVEN_4);
    }

    @Test
    void keepsWhatOtherMavensNeedOnOneThatCannotWorkItOut() {
        elsewhere = Set.of(B);
        build(LINUX, false, A, B);
        elsewhere = Set.of();
        build(MAVEN_3_6, false, A, C);
        build(MAVEN_3_6, true, A);

        assertThat(lock.entries()).containsOnlyKeys(A, B, C);
        assertThat(known.environments()).containsExactly(MAVEN_3_6, LINUX, OTHERS);
        assertThat(known.neededBy(B)).containsExactly(OTHERS);

        build(LINUX, true, A);
        assertThat(lock.entries()).containsOnlyKeys(A);
    }
}
