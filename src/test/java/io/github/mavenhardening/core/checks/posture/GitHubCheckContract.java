package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.forge.TestSnapshots;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every check of GitHub's settings, whose tests extend it. */
abstract class GitHubCheckContract {

    static final String FILE = ".mvn/hardening-forge.json";

    final PostureCase repository;
    private final List<String> needed;

    /**
     * Of one check.
     *
     * @param needed pointers into the snapshot, to what the check has to know
     */
    GitHubCheckContract(PostureCheck check, String... needed) {
        this.repository = PostureCase.of(check).with("pom.xml", "<project/>");
        this.needed = List.of(needed);
    }

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @TestFactory
    Stream<DynamicTest> saysWhatItDoesNotKnow() {
        return needed.stream()
                .map(pointer -> DynamicTest.dynamicTest(pointer, () -> {
                    repository.with(FILE, TestSnapshots.without(pointer)).findsNothing();
                    assertThat(repository.audit().gaps())
                            .hasSize(1)
                            .allMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
                }));
    }

    @Test
    void cannotCheckWithASnapshotThatCannotBeRead() {
        repository.with(FILE, "{").findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1).allMatch(gap -> gap.contains("cannot be read"));
    }
}
