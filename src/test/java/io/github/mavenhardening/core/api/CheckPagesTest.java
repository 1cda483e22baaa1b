package io.github.mavenhardening.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;

class CheckPagesTest {

    @CheckInfo(id = "sample-reference", title = "A", severity = Severity.HIGH)
    private static final class Described implements WorkflowCheck {}

    @CheckInfo(id = "sample-without-page", title = "A", severity = Severity.HIGH)
    private static final class Undescribed implements WorkflowCheck {}

    @CheckInfo(id = "../checks/sample-reference", title = "A", severity = Severity.HIGH)
    private static final class Climbing implements WorkflowCheck {}

    @Test
    void readsThePageOfACheck() {
        assertThat(CheckPages.of(new Described()))
                .hasValueSatisfying(page -> assertThat(page).startsWith("# sample-reference\n"));
    }

    @Test
    void saysWhenThereIsNone() {
        assertThat(CheckPages.of(new Undescribed())).isEmpty();
    }

    @Test
    void takesNoIdForAPath() {
        assertThat(CheckPages.of(new Climbing())).isEmpty();
    }
}
