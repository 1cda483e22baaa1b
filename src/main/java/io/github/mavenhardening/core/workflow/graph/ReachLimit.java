package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Optional;

/**
 * The limit to which references of jobs and workflows are followed. What each leads to is looked at for itself, for with
 * each something else is handed on; so the more of them there are, the less far each is followed, and all together have a bound.
 *
 * @param jobs how many steps of local actions one job is followed to
 * @param workflows how many references one workflow is followed to
 * @param ways how many calls are followed back from one workflow
 * @param references how many references one local reference is followed to
 * @param commands how many commands of scripts of the repository the steps of one workflow are followed to
 */
public record ReachLimit(int jobs, int workflows, int ways, int references, int commands) {

    private static final int ALL = 1_000_000;
    /** Ways are kept as long as the run takes. */
    private static final int ALL_WAYS = 100_000;

    /** Every check that looks at commands looks at each. */
    private static final int ALL_COMMANDS = 5_000_000;

    private static final int LEAST = 10;
    /** So many roots share the whole at least. */
    private static final int LEAST_ROOTS = 50;

    /** Of a repository's definitions. */
    public static ReachLimit of(Definitions definitions) {
        Optional<ReachLimit> known = definitions.known(ReachLimit.class, definitions);
        return known.isPresent() ? known.get() : definitions.keep(ReachLimit.class, definitions, counted(definitions));
    }

    private static ReachLimit counted(Definitions definitions) {
        int jobs = 0;
        int references = 0;
        for (Definition definition : definitions.all()) {
            jobs += definition instanceof Workflow workflow ? workflow.jobs().size() : 0;
            for (UsesReference reference : References.of(definition)) {
                references += definitions.own(reference.uses()).isPresent() ? 1 : 0;
            }
        }
        int workflows = definitions.workflows().size();
        return new ReachLimit(
                each(ALL, jobs),
                each(ALL, workflows),
                each(ALL_WAYS, workflows),
                each(ALL, references),
                each(ALL_COMMANDS, workflows));
    }

    private static int each(int all, int roots) {
        return Math.max(LEAST, Math.min(all / LEAST_ROOTS, all / Math.max(1, roots)));
    }
}
