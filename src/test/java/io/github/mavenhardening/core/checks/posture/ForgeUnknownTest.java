package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class ForgeUnknownTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new ForgeUnknown()).with("pom.xml", "<project/>");

    @Test
    void takesWhatIsKnown() {
        repository.findsNothing();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
    }

    @Test
    void findsEachUnknown() {
        repository.with(FILE, TestSnapshots.without("/hooks", "/environments/release/refs", "/actions/allowed"));
        assertThat(repository.found())
                .containsExactlyInAnyOrder(
                        "medium " + FILE + ":14 'actions / allowed' is unknown: not allowed to see (403)",
                        "medium " + FILE + ":33 'environments / release / refs' is unknown: not allowed to see (403)",
                        "medium " + FILE + ":60 'hooks' is unknown: not allowed to see (403)");
    }

    @Test
    void cannotCheckWithASnapshotThatCannotBeRead() {
        repository.with(FILE, "[]").findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1);
    }
}
