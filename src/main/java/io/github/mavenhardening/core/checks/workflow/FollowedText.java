package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.flow.OutsiderFlows;
import io.github.mavenhardening.core.workflow.flow.Sink;
import java.util.ArrayList;
import java.util.List;

/** Where outsiders' text that is followed through a job does harm. What is not followed is a gap. */
final class FollowedText {

    private FollowedText() {}

    /** The places of one kind of harm, in the order of the steps. */
    static List<Sink> sinks(Sink.Kind kind, NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        if (!OutsiderFlows.areAllKnown(workflow, in.definitions(), in.run().repository())) {
            gap("text of outsiders", workflow, in);
        }
        List<Sink> sinks = new ArrayList<>();
        for (Sink sink :
                OutsiderFlows.of(job, workflow, in.definitions(), in.run().repository())) {
            if (sink.kind() == kind) {
                sinks.add(sink);
            }
        }
        return sinks;
    }

    /** Notes that not all of a workflow is followed. */
    static void gap(String what, Workflow workflow, WorkflowContext in) {
        in.run()
                .gap("Not all of '" + workflow.path() + "' is followed for " + what
                        + ", for it is longer or nested deeper than can be followed");
    }

    /**
     * What a finding at such a place is about. In an action it is the place alone, so that what is found there again and again by
     * way of each job that uses the action is one finding.
     */
    static String subject(Sink sink, NormalJob job, WorkflowContext in) {
        return isElsewhere(sink, in) ? sink.text() : job.id().value() + " " + sink.text();
    }

    /** Whether it is in another file than the job, which several jobs may reach. */
    static boolean isElsewhere(Sink sink, WorkflowContext in) {
        return !sink.place().path().equals(in.workflow().orElseThrow().path());
    }
}
