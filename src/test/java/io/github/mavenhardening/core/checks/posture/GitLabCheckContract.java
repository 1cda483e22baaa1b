package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.forge.TestSnapshots;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every check of GitLab's settings, whose tests extend it. */
abstract class GitLabCheckContract {

    private static final String FILE = ".mvn/hardening-forge.json";

    final PostureCase repository;
    private final List<String> needed;

    /**
     * Of one check.
     *
     * @param needed pointers into the snapshot, to what the check has to know
     */
    GitLabCheckContract(PostureCheck check, String... needed) {
        this.repository = PostureCase.of(check).with("pom.xml", "<project/>");
        this.needed = List.of(needed);
    }

    /** The repository with a snapshot that is in order but for those values, each behind its pointer. */
    final PostureCase with(String... changes) {
        return repository.with(FILE, TestSnapshots.gitLabWith(changes));
    }

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @TestFactory
    Stream<DynamicTest> saysWhatItDoesNotKnow() {
        return needed.stream()
                .map(pointer -> DynamicTest.dynamicTest(pointer, () -> {
                    repository.with(FILE, TestSnapshots.gitLabWithout(pointer)).findsNothing();
                    assertThat(repository.audit().gaps())
                            .hasSize(1)
                            .allMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
                }));
    }

    /** Of another forge it says nothing. */
    @Test
    void saysNothingOfGitHub() {
        repository
                .with(FILE, TestSnapshots.with("/gitLab", "{\"branches\": {}}"))
                .findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }
}
