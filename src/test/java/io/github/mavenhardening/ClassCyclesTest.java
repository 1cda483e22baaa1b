package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClassCyclesTest {

    private static List<SortedSet<String>> cyclesOf(String... arrows) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (String arrow : arrows) {
            String[] ends = arrow.split("->", 2);
            uses.computeIfAbsent(ends[0], any -> new TreeSet<>()).add(ends[1]);
            uses.putIfAbsent(ends[1], new TreeSet<>());
        }
        return ClassCycles.of(uses);
    }

    @Test
    void findsNoCircleWhereAllArrowsGoOneWay() {
        assertThat(cyclesOf("a->b", "a->c", "b->d", "c->d", "d->e")).isEmpty();
    }

    @Test
    void findsEachCircleAndNothingThatOnlyTouchesOne() {
        assertThat(cyclesOf("a->b", "b->c", "c->a", "c->d", "d->e", "e->d", "x->a", "e->y"))
                .containsExactlyInAnyOrder(new TreeSet<>(List.of("a", "b", "c")), new TreeSet<>(List.of("d", "e")));
    }

    @Test
    void joinsCirclesThatShareAClass() {
        assertThat(cyclesOf("a->b", "b->a", "b->c", "c->b", "a->a"))
                .containsExactly(new TreeSet<>(List.of("a", "b", "c")));
    }

    @Test
    void readsArrowsFromClasses() {
        assertThat(ClassCycles.of(new ClassFileImporter()
                        .importClasses(Job.class, NormalJob.class, ReusableWorkflowCall.class, Step.class)))
                .containsExactly(new TreeSet<>(
                        List.of(Job.class.getName(), NormalJob.class.getName(), ReusableWorkflowCall.class.getName())));
    }

    @Test
    void takesASealedTypeAndWhatItPermitsForOne() throws ClassNotFoundException {
        assertThat(ClassCycles.isSealedFamily(List.of(Job.class.getName(), NormalJob.class.getName())))
                .isTrue();
        assertThat(ClassCycles.isSealedFamily(List.of(Job.class.getName(), Step.class.getName())))
                .isFalse();
        assertThat(ClassCycles.isSealedFamily(List.of(Step.class.getName(), NormalJob.class.getName())))
                .isFalse();
    }
}
