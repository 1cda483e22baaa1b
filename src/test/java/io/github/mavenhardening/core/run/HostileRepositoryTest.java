package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.policy.Result;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit of files that it could choke on ends, and never says that there was nothing to look at. */
@Tag("long")
class HostileRepositoryTest {

    /** Small, for there are many kinds; {@link HostileRepository#main} measures large ones. */
    private static final int SIZE = 8 * 1024;

    static Set<String> kinds() {
        return HostileRepository.kinds().keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anAuditOfItEndsAndSaysWhatItLookedAt(String kind) {
        Result result = HostileRepository.audit(HostileRepository.of(kind, SIZE));

        assertThat(result.audits()).isNotEmpty();
        assertThat(result.anyAudit(AuditResult.Outcome.NOTHING_TO_CHECK)).isFalse();
    }
}
