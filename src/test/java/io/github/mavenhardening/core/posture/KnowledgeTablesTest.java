package io.github.mavenhardening.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KnowledgeTablesTest {

    @Test
    void eachHasADate() {
        assertThat(KnowledgeTables.all())
                .hasSize(18)
                .allMatch(table -> table.date().isAfter(LocalDate.of(2026, 7, 31)));
    }

    @Test
    void areOldAfterHalfAYear() {
        KnowledgeTables.Table table = new KnowledgeTables.Table("a", LocalDate.of(2026, 8, 6));
        assertThat(table.isOld(LocalDate.of(2026, 11, 27))).isFalse();
        assertThat(table.isOld(LocalDate.of(2027, 2, 6))).isFalse();
        assertThat(table.isOld(LocalDate.of(2027, 2, 7))).isTrue();
    }
}
