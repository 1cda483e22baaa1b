package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.code.ShellCarrier;

/** Where a statement prints to. */
final class PrintTarget extends ShellCarrier.Target<Taint> {

    /** A pipe or nothing, the log, one of the runner's files, or another file. */
    enum Kind {
        CAPTURE,
        STANDARD,
        OUTPUT,
        ENVIRONMENT,
        PATH,
        FILE
    }

    final Kind kind;
    final String name;
    /** The value of several lines that is being written, and what ends it. */
    String value = "";

    String end = "";

    PrintTarget(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }
}
